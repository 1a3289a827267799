import { expect, test } from '@jest/globals';
import { casesQuery, casesSought } from '@/lib/adjudication/case-law/cases-query';

test('looks for what people have decided and what stands, unless told otherwise', () => {
  expect(casesSought.parse({})).toEqual({
    label: '',
    reason: '',
    source: '',
    text: '',
    by: 'people',
    standing: true,
  });
  expect(casesQuery.parse({})).toMatchObject({ limit: 100, offsetUnit: 'code-point' });
});

test.each([
  [{ text: '  50 % of  ' }, { text: '50 % of' }],
  [{ standing: 'false' }, { standing: false }],
  [
    { label: 'loaded_framing', as: 'near-miss' },
    { label: 'loaded_framing', as: 'near-miss' },
  ],
  [
    { by: 'anyone', deed: 'reject' },
    { by: 'anyone', deed: 'reject' },
  ],
])('reads %j', (query, read) => {
  expect(casesSought.parse(query)).toMatchObject(read);
});

test.each([
  { text: 'x'.repeat(201) },
  { text: '\0' },
  { as: 'both' },
  { by: 'nobody' },
  { deed: 'guess' },
  { standing: 'perhaps' },
  { article: 'x' },
  { limit: '0' },
  { offsetUnit: 'byte' },
])('refuses %j', (query) => {
  expect(casesQuery.safeParse(query).success).toBe(false);
});
