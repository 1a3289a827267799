import { expect, test } from '@jest/globals';
import { competenceOf, competenceQuery } from '@/lib/adjudication/competence/competence';
import { tallyOf } from '@/lib/adjudication/tally/tally';
import { aReading } from '@/tests/builders/a-reading';

const reading = (at: string, words: string) => ({
  at,
  tally: tallyOf(aReading('a', words).marks, aReading('c', 'x 0-10').marks, 100),
});

test('pools readings: all, by label, and by the month in which they were submitted', () => {
  const told = competenceOf([
    reading('2026-02-28T23:59:59.000Z', 'x 0-10'),
    reading('2025-12-01T00:00:00.000Z', 'x 5-15'),
    reading('2026-02-01T00:00:00.000Z', 'y 0-10'),
  ]);
  expect(told.all).toMatchObject({ articles: 3, f1Characters: 0.5 });
  expect(told.labels.map(({ label, articles }) => [label, articles])).toEqual([
    ['x', 3],
    ['y', 1],
  ]);
  expect(told.months).toMatchObject([
    { month: '2025-12', articles: 1, f1Characters: 0.5 },
    { month: '2026-02', articles: 2, f1Characters: 0.5 },
  ]);
  expect(competenceOf([])).toMatchObject({ all: { articles: 0 }, labels: [], months: [] });
});

test.each([
  [{}, true],
  [{ user: 'me' }, false],
])('a query of %j holds: %s', (query, holds) => {
  expect(competenceQuery.safeParse(query).success).toBe(holds);
});
