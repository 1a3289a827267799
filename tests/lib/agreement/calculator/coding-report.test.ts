import { tableRows } from '@/lib/agreement/calculator/file-text';
import { describe, expect, it } from '@jest/globals';
import { readCodingRows } from '@/lib/agreement/calculator/coding-data';
import { codingReport } from '@/lib/agreement/calculator/coding-report';

const report = (...lines: string[]) => codingReport(readCodingRows(tableRows(lines.join('\n'))));
const value = (of: ReturnType<typeof report>, title: string) =>
  of.entries.find((entry) => entry.title === title)?.figure;

describe('a report on codings', () => {
  it('has every figure that numbers allow, of two coders', () => {
    const two = report('a,b', '1,1', '2,2', '3,2');
    expect(two.summary).toBe('2 coders, 3 items, 3 values; 0 cells of 6 missing.');
    expect(two.entries.map(({ measure }) => measure)).toContain('cohen_kappa_weighted');
    expect(value(two, 'Percent agreement')?.value).toBeCloseTo(2 / 3, 12);
    expect(two.pairs[1]?.figures[0]?.[1]?.value).toBeCloseTo(2 / 3, 12);
    expect(two.prevalence[0]).toEqual({ value: '2', count: 3, share: 0.5 });
    expect(two.competence).toEqual([]);
  });

  it('has nominal figures only of words', () => {
    const words = report('a,b,c', 'x,x,y', 'y,y,y');
    expect(words.entries.filter(({ measure }) => measure === 'krippendorff_alpha')).toHaveLength(1);
    expect(words.entries.some(({ measure }) => measure === 'cohen_kappa')).toBe(false);
    expect(words.competence.map(({ items }) => items)).toEqual([2, 2, 2]);
  });

  it('has an interval from ten items on', () => {
    const lines = Array.from({ length: 12 }, (_, at) => `${at % 3},${at % 4 === 0 ? 0 : at % 3}`);
    const [alpha] = report('a,b', ...lines).entries;
    const { value: found } = alpha?.figure ?? {};
    expect(alpha?.interval?.low).toBeLessThan(found ?? 0);
    expect(alpha?.interval?.high).toBeGreaterThan(found ?? 1);
    expect(report('a,b', '1,2').entries[0]?.intervalReason).toContain('too few items');
  });

  it.each<[string, string[], string]>([
    ['one coder', ['a', 'x', 'y'], 'There is one coder only'],
    ['nothing at all', ['a,b', ',NA', 'NA,'], 'Every cell is empty.'],
  ])('says what is wrong with %s, and defines nothing', (_, lines, note) => {
    const none = report(...lines);
    expect(none.notes.join(' ')).toContain(note);
    expect(none.entries.every(({ figure }) => figure.value === null && figure.reason)).toBe(true);
  });
});
