import { tableRows } from '@/lib/agreement/calculator/file-text';
import { describe, expect, it } from '@jest/globals';
import { readSpanRows } from '@/lib/agreement/calculator/span-data';
import { spanReport } from '@/lib/agreement/calculator/span-report';

const head = 'document,annotator,start,end,label,length';
const report = (...rows: string[]) =>
  spanReport(readSpanRows(tableRows([head, ...rows].join('\n'))));

describe('a report on spans', () => {
  it('counts what is there, and leaves out what one read alone', () => {
    const { summary, notes, pairs, prevalence, entries } = report(
      'd,a,0,5,x,9',
      'd,b,0,5,x,9',
      'e,a,0,5,y,9',
    );
    expect(summary).toBe('2 documents, 2 annotators, 3 spans, 2 labels.');
    expect(notes).toEqual(['1 document had one annotator only and cannot be used for agreement.']);
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
      'There are no spans: nothing was annotated by anybody.',
    ]);
  });
});
