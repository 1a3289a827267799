import { endOfTerm, tokenTerms } from '@/components/access/token-term';

const now = new Date('2026-02-20T10:00:00Z');

test.each([
  ['30', '2026-03-22T10:00:00.000Z'],
  ['365', '2027-02-20T10:00:00.000Z'],
  ['ever', null],
  ['', null],
  ['0', null],
  ['-3', null],
])('a term of %s ends at %s', (term, end) => {
  expect(endOfTerm(term, now)).toBe(end);
});

test('exactly one choice has no end', () => {
  expect(tokenTerms.filter(({ value }) => endOfTerm(value, now) === null)).toHaveLength(1);
});
