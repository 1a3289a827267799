import { tableRows } from '@/lib/agreement/calculator/file-text';
import { expect, it } from '@jest/globals';
import { dataOfCase } from '@/lib/agreement/calculator/own-file';
import { readSpanRows } from '@/lib/agreement/calculator/span-data';
import { spanEntries } from '@/lib/agreement/calculator/span-entries';

const head = 'document,annotator,start,end,label,length';
const entries = (...rows: string[]) => {
  const data = readSpanRows(tableRows([head, ...rows].join('\n')));
  return spanEntries(data, data.documents);
};

it('gives the published figures of an example', () => {
  const unit = (annotator: string, begin: number, end: number, category: string) => ({
    annotator,
    begin,
    end,
    category,
  });
  const units = [
    unit('Alex', 2, 5, '1'),
    unit('Alex', 9, 11, '1'),
    unit('Alex', 12, 20, '2'),
    unit('Paul', 2, 5, '1'),
    unit('Paul', 7, 15, '2'),
    unit('Susan', 2, 5, '1'),
    unit('Susan', 10, 15, '2'),
  ];
  const data = dataOfCase({
    kind: 'unitizing',
    begin: 0,
    length: 20,
    annotators: ['Alex', 'Paul', 'Susan'],
    units,
  });
  const found = data?.kind === 'spans' ? spanEntries(data, data.documents) : [];
  const value = (measure: string) =>
    found.find(
      (entry) =>
        entry.measure === measure && Object.keys(entry.params).every((key) => key === 'variant'),
    )?.figure.value;
  // As its README prints them: unitized_alpha, example of Krippendorff’s continuum of 20.
  expect(value('u_alpha')).toBeCloseTo(0.474, 3);
  expect(value('cu_alpha')).toBeCloseTo(0.779, 3);
});

it('is 1 throughout where two annotate the same, with an interval from ten documents', () => {
  const rows = Array.from({ length: 10 }, (_, at) =>
    ['a', 'b'].map((who) => `d${at},${who},${at},${at + 5},${at % 2 ? 'x' : 'y'},40`),
  ).flat();
  for (const { title, figure, interval } of entries(...rows)) {
    expect([title, figure.value]).toEqual([title, 1]);
    if (interval) expect([interval.low, interval.high]).toEqual([1, 1]);
  }
});

it('says why αU and the 2016 family are not defined', () => {
  const found = entries('d,a,0,5,x,9', 'd,a,3,7,y,9', 'd,b,0,5,x,9', 'e,b,0,5,x,9', 'e,c,0,5,x,9');
  const reason = (title: string) => found.find((entry) => entry.title === title)?.figure.reason;
  expect(reason('αU (1995/2004)')).toBe('not all documents have the same annotators');
  expect(reason('uα (2016)')).toContain('overlap');
  expect(found[0]?.intervalReason).toContain('too few documents');
});

it('has a reason for everything where nobody annotated anything, or nobody came', () => {
  for (const found of [entries('d,a,,,,9', 'd,b,,,,9'), entries()])
    for (const { title, figure } of found) {
      expect([title, figure.value]).toEqual([title, null]);
      expect(figure.reason).toBeTruthy();
    }
});
