import { expect, test } from '@jest/globals';
import { decisionLogQuery, decisionFilters } from '@/lib/adjudication/decision-log/decision-log';

test('defaults to current decisions of people', () => {
  expect(decisionFilters.parse({})).toEqual({
    label: '',
    reason: '',
    source: '',
    text: '',
    by: 'people',
    current: true,
  });
  expect(decisionLogQuery.parse({})).toMatchObject({ limit: 100, offsetUnit: 'code-point' });
});

test.each([
  [{ text: '  50 % of  ' }, { text: '50 % of' }],
  [{ current: 'false' }, { current: false }],
  [
    { label: 'loaded_framing', as: 'near-miss' },
    { label: 'loaded_framing', as: 'near-miss' },
  ],
  [
    { by: 'anyone', kind: 'reject' },
    { by: 'anyone', kind: 'reject' },
  ],
])('reads %j', (query, read) => {
  expect(decisionFilters.parse(query)).toMatchObject(read);
});

test.each([
  { text: 'x'.repeat(201) },
  { text: '\0' },
  { as: 'both' },
  { by: 'nobody' },
  { kind: 'guess' },
  { current: 'perhaps' },
  { article: 'x' },
  { limit: '0' },
  { offsetUnit: 'byte' },
])('refuses %j', (query) => {
  expect(decisionLogQuery.safeParse(query).success).toBe(false);
});
