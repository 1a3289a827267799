import { tableRows } from '@/lib/agreement/calculator/file-text';
import { expect, it, describe } from '@jest/globals';
import { readSpanRows } from '@/lib/agreement/calculator/span-data';
import { spanReport, gammaEntries } from '@/lib/agreement/calculator/span-report';

describe('gamma entries', () => {
  const head = 'document,annotator,start,end,label,length';
  const entries = (...rows: string[]) =>
    gammaEntries(readSpanRows(tableRows([head, ...rows].join('\n'))));
  const marks = (who: string, shift = 0) =>
    [3, 20, 50].map((at, place) => `d,${who},${at + shift},${at + 8},${place % 2 ? 'x' : 'y'},80`);

  it('is 1 where all annotate the same, and less where they do not', async () => {
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
});

describe('span report', () => {
  const head = 'document,annotator,start,end,label,length';
  const report = (...rows: string[]) =>
    spanReport(readSpanRows(tableRows([head, ...rows].join('\n'))));

  describe('a report on spans', () => {
    it('counts everything, and leaves out documents with one annotator', () => {
      const { summary, notes, pairs, prevalence, entries } = report(
        'd,a,0,5,x,9',
        'd,b,0,5,x,9',
        'e,a,0,5,y,9',
      );
      expect(summary).toBe('2 documents, 2 annotators, 3 spans, 2 labels.');
      expect(notes).toEqual([
        '1 document had one annotator only and cannot be used for agreement.',
      ]);
      expect(entries.every(({ n }) => n === 1)).toBe(true);
      expect(pairs[0]?.figures[0]?.[1]?.value).toBe(1);
      expect(prevalence.map(({ value, count }) => [value, count])).toEqual([
        ['x', 2],
        ['y', 1],
      ]);
    });

    it('says so of one annotator, and of no spans', () => {
      expect(report('d,a,0,5,x,9').notes).toEqual([
        'There is one annotator only: agreement needs two or more.',
      ]);
      expect(report('d,a,,,,9', 'd,b,,,,9').notes).toEqual([
        'There are no spans: nobody annotated anything.',
      ]);
    });
  });
});
