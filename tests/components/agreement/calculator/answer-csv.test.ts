import { examples } from '@/components/agreement/calculator/data-field';
import { expect, it } from '@jest/globals';
import { answerCsv } from '@/components/agreement/calculator/answer-csv';
import { answerFile } from '@/lib/agreement/calculator/answer-file';

const rowsOf = (csv: string) => csv.replace('\ufeff', '').trimEnd().split('\r\n');

it.each(examples)('$name can be had as CSV', async ({ name, text }) => {
  const answer = await answerFile(new TextEncoder().encode(text));
  const [head, ...rows] = rowsOf(answerCsv(name, answer));
  expect(head).toBe('id,measure,params,value,reason,n,interval');
  expect(rows.length).toBeGreaterThan(15);
  for (const row of rows) expect(row.startsWith(`${name},`)).toBe(true);
});

it('leaves empty what is undefined, and says why', () => {
  const line = {
    id: 'one',
    measure: 'm',
    params: { level: 'nominal' },
    value: null,
    reason: '=no',
  };
  expect(rowsOf(answerCsv('', { kind: 'checks', id: 'one', lines: [line] }))[1]).toBe(
    `one,m,"{""level"":""nominal""}",,'=no,,`,
  );
});

it('writes a negative figure as a number', () => {
  const line = { id: 'one', measure: 'm', params: {}, value: -0.0952 };
  expect(rowsOf(answerCsv('', { kind: 'checks', id: 'one', lines: [line] }))[1]).toBe(
    'one,m,{},-0.0952,,,',
  );
});
