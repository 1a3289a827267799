import { expect, test } from '@jest/globals';
import type { Viewer } from '@/lib/access/viewer';
import { reaches } from '@/lib/access/viewer';

const as = (by: Viewer['by'], scopes: Viewer['scopes']): Viewer => ({
  userId: '0198c0de-0000-7000-8000-000000000001',
  name: 'Ada',
  email: 'ada@example.org',
  scopes,
  by,
});

test.each([
  ['session', [], 'read', true],
  ['session', [], 'write', true],
  ['token', ['read'], 'read', true],
  ['token', ['read'], 'write', false],
  ['token', ['write'], 'read', false],
  ['token', ['read', 'write'], 'write', true],
  ['token', [], 'read', false],
] as const)('by %s with scopes %j to %s: %s', (by, scopes, scope, does) => {
  expect(reaches(as(by, scopes), scope)).toBe(does);
});
