import { expect, test } from '@jest/globals';
import { eventDetails } from '@/components/access/event-details';
import { securityAddress, securityFiltersOf } from '@/components/access/security-filters';
import type { SecurityEventView } from '@/lib/access/security-event';

const [ada, ben] = [
  { userId: '019af000-0000-7000-8000-000000000001', name: 'Ada' },
  { userId: '019af000-0000-7000-8000-000000000002', name: 'Ben' },
];

const details = (kind: SecurityEventView['kind'], chosen: Partial<SecurityEventView>) =>
  eventDetails({
    id: ada.userId,
    at: '2026-12-01T09:00:00.000Z',
    kind,
    actor: ada,
    person: null,
    network: null,
    requestId: null,
    details: {},
    ...chosen,
  });

test.each<[SecurityEventView['kind'], Partial<SecurityEventView>, string]>([
  ['role-changed', { details: { from: 'analyst', to: 'manager' } }, 'from analyst to manager'],
  ['member-removed', { person: ben, details: { role: 'viewer' } }, 'was viewer'],
  ['member-removed', { person: ada, details: { role: 'viewer' } }, 'left the project'],
  ['invitation-made', { details: { role: 'analyst' } }, 'as analyst'],
  ['invitation-made', { details: { role: 'analyst', email: 'a@b.c' } }, 'as analyst, a@b.c'],
  [
    'settings-changed',
    { details: { changed: ['name', 'blind'], blind: 'open', blindBefore: 'after-submit' } },
    'blind policy from after submission to open, name',
  ],
  [
    'settings-changed',
    { details: { changed: ['hideSource'], hideSource: true } },
    'sources hidden',
  ],
  [
    'export-made',
    { details: { format: 'csv', articleId: ada.userId, pseudonyms: true, text: false } },
    'CSV, one article, pseudonyms, without text',
  ],
  ['export-made', { details: { format: 'json' } }, 'JSON, whole project'],
  ['sign-in', { details: { by: 'password' } }, 'with a password'],
  ['sign-in', { details: { by: 'oidc' } }, 'with oidc'],
  ['sign-out', {}, ''],
])('%s %j is in words', (kind, chosen, message) => expect(details(kind, chosen)).toBe(message));

test('an address is read as it is made; invalid values count as missing', () => {
  const filters = { kind: 'export-made', userId: ada.userId, from: 'abc' } as const;
  const url = new URL(securityAddress('p', filters), 'http://x');
  expect(url.pathname).toBe('/projects/p/security');
  expect(securityFiltersOf(Object.fromEntries(url.searchParams))).toEqual(filters);
  const nothing = { kind: undefined, userId: undefined, from: undefined };
  expect(securityFiltersOf({ kind: 'sign-in', userId: 'ada', from: '' })).toEqual(nothing);
  expect(securityFiltersOf({ kind: ['export-made'], userId: '1' })).toEqual(nothing);
});
