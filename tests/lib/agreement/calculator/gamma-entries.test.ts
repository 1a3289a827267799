import { tableRows } from '@/lib/agreement/calculator/file-text';
import { expect, it } from '@jest/globals';
import { gammaEntries } from '@/lib/agreement/calculator/gamma-entries';
import { readSpanRows } from '@/lib/agreement/calculator/span-data';

const head = 'document,annotator,start,end,label,length';
const entries = (...rows: string[]) =>
  gammaEntries(readSpanRows(tableRows([head, ...rows].join('\n'))));
const marks = (who: string, shift = 0) =>
  [3, 20, 50].map((at, place) => `d,${who},${at + shift},${at + 8},${place % 2 ? 'x' : 'y'},80`);

it('is 1 where all mark alike, and less where they do not', async () => {
  const same = await entries(...marks('a'), ...marks('b'));
  expect(same.map(({ measure, figure }) => [measure, figure.value])).toEqual([
    ['gamma', 1],
    ['gamma_cat', 1],
  ]);
  const [near] = await entries(...marks('a'), ...marks('b', 2));
  expect(near?.figure.value).toBeGreaterThan(0);
  expect(near?.figure.value).toBeLessThan(1);
});

it('is the mean of every two with more than three to a document', async () => {
  const rows = ['a', 'b', 'c', 'd'].flatMap((who) => marks(who));
  expect(await entries(...rows)).toMatchObject([
    { measure: 'gamma_mean_pairwise', figure: { value: 1 } },
  ]);
});

it('says why there is none', async () => {
  for (const rows of [[], ['d,a,1,2,x,9'], ['d,a,,,,9', 'd,b,,,,9']]) {
    const [gamma] = await entries(...rows);
    expect(gamma?.figure.value).toBeNull();
    expect(gamma?.figure.reason).toBeTruthy();
  }
  const many = ['a', 'b'].flatMap((who) =>
    Array.from({ length: 1501 }, (_, at) => `d,${who},${at * 5},${at * 5 + 3},x,9000`),
  );
  expect((await entries(...many))[0]?.figure.reason).toBe('γ of 3,002 spans takes too long here');
});
