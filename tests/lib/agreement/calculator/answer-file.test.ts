import { expect, it } from '@jest/globals';
import { answerFile } from '@/lib/agreement/calculator/answer-file';

const answer = (text: string) => answerFile(new TextEncoder().encode(text));
const input = {
  kind: 'coding',
  raters: ['r', 's'],
  ratings: [
    [1, 2],
    [1, 2],
  ],
};
const of = (checks: unknown[]) => JSON.stringify({ schema: 1, id: 'one', input, checks });

it('answers the checks of a case, in order', async () => {
  const checks = [
    { measure: 'scott_pi', params: {} },
    { measure: 'nothing', params: {} },
  ];
  expect(await answer(of(checks))).toMatchObject({
    kind: 'checks',
    id: 'one',
    lines: [
      { measure: 'scott_pi', value: 1 },
      { measure: 'nothing', value: null },
    ],
  });
});

it.each([
  ['a case without checks', of([]), 'coding'],
  ['a table', 'a,b\n1,1', 'coding'],
  ['spans', 'document,annotator,start,end\nd,a,1,2\nd,b,1,2', 'spans'],
])('reports on %s', async (_, text, kind) => {
  expect(await answer(text)).toMatchObject({ kind: 'report', report: { kind } });
});

it('refuses what is nothing', async () => {
  await expect(answer('')).rejects.toThrow('There is nothing in it');
});
