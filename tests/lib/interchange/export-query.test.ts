import { expect, test } from '@jest/globals';
import { csvChoiceOf, exportQuery } from '@/lib/interchange/export-query';

test('by default bare cells, with text and names', () => {
  const query = exportQuery.parse({ format: 'csv' });
  expect(csvChoiceOf(query)).toEqual({ dialect: 'bare', text: true });
  expect(query.pseudonyms).toBe(false);
  expect(query.decisions).toBe(false);
  expect(csvChoiceOf(exportQuery.parse({ excel: 'true', text: 'false' }))).toEqual({
    dialect: 'excel',
    text: false,
  });
});

test.each([
  { format: 'xlsx' },
  { excel: 'perhaps' },
  { text: '' },
  { decisions: 'perhaps' },
  { round: '1', moment: 'after', decisions: 'true' },
  { round: '1', moment: 'after', format: 'decisions' },
  { round: '1' },
  { moment: 'before' },
  { round: '0', moment: 'before' },
  { round: 'one', moment: 'before' },
  { round: '1', moment: 'during' },
  { round: '1', moment: 'after', format: 'json' },
])('refuses %j', (query) => {
  expect(exportQuery.safeParse(query).success).toBe(false);
});
