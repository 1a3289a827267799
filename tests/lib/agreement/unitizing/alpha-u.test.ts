import { mergedUnits } from '@/lib/agreement/annotated-document';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alphaU, alphaUDisagreement, alphaUOfLabel } from '@/lib/agreement/unitizing/alpha-u';
import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';
import { labelsIn, annotatedCases, markedDocument } from '@/tests/builders/annotated-cases';
import { someAnnotatedDocuments } from '@/tests/builders/some-annotated-documents';

const checks = annotatedCases('unitizing-').flatMap(({ id, input, checks: all }) =>
  all
    .filter(({ measure }) => measure.startsWith('alpha_u_1995'))
    .map((check) => [id, check.measure, JSON.stringify(check.params), input, check] as const),
);

describe('αU in the reference cases', () => {
  test('is all there', () => expect(checks).toHaveLength(59));

  test.each(checks)('%s: %s %s', (_id, _measure, _params, input, check) => {
    const { params, expected, tolerance } = check;
    const labels = labelsIn(input);
    const between = alphaUDisagreement(markedDocument(input, labels), labels.length);
    const { category } = params;
    const { value } =
      typeof category === 'string'
        ? alphaUOfLabel(between, labels.indexOf(category))
        : alphaU(between);
    if (expected === null || value === null) expect(value).toBe(expected);
    else expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance);
    if (typeof category !== 'string') return;
    const label = labels.indexOf(category);
    expect(between.observed[label]).toBeCloseTo(check.expectedDo ?? NaN, 9);
    expect(between.expected[label]).toBeCloseTo(check.expectedDe ?? NaN, 9);
  });
});

type Section = { begin: number; end: number; isValued: boolean };

/** D_o and D_e of label 0 as the paper writes them, every section against every other. */
function plainly({ length, annotators, units }: AnnotatedDocument): [number, number] {
  const sections = Array.from({ length: annotators }, (_, annotator): Section[] => {
    const all: Section[] = [];
    let from = 0;
    for (const { begin, end } of units.filter((unit) => unit.annotator === annotator)) {
      if (from < begin) all.push({ begin: from, end: begin, isValued: false });
      all.push({ begin, end, isValued: true });
      from = end;
    }
    return from < length ? [...all, { begin: from, end: length, isValued: false }] : all;
  });
  const distance = (one: Section, other: Section): number => {
    if (one.isValued && other.isValued)
      return one.begin < other.end && other.begin < one.end
        ? (one.begin - other.begin) ** 2 + (one.end - other.end) ** 2
        : 0;
    const [valued, gap] = one.isValued ? [one, other] : [other, one];
    const isWithin = gap.begin <= valued.begin && valued.end <= gap.end;
    return valued.isValued && isWithin ? (valued.end - valued.begin) ** 2 : 0;
  };
  let observed = 0;
  for (const [i, one] of sections.entries())
    for (const [j, other] of sections.entries())
      if (i !== j) for (const g of one) for (const h of other) observed += distance(g, h);
  const all = sections.flat();
  const size = ({ begin, end }: Section) => end - begin;
  const valued = all.filter(({ isValued }) => isValued).map(size);
  const gaps = all.filter(({ isValued }) => !isValued).map(size);
  let expected = 0;
  for (const l of valued) {
    expected += ((valued.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
    for (const gap of gaps) if (gap >= l) expected += l ** 2 * (gap - l + 1);
  }
  const total = annotators * length;
  const same = valued.reduce((sum, l) => sum + l * (l - 1), 0);
  return [
    observed / (annotators * (annotators - 1) * length ** 2),
    ((2 / length) * expected) / (total * (total - 1) - same),
  ];
}

test('the quick form is the plain one', () => {
  fc.assert(
    fc.property(someAnnotatedDocuments([2, 5], 1, 20), (document) => {
      const [observed, expected] = plainly({ ...document, units: mergedUnits(document.units) });
      const quick = alphaUDisagreement(document, 1);
      expect(quick.observed[0]).toBeCloseTo(observed, 9);
      expect(quick.expected[0]).toBeCloseTo(expected, 9);
    }),
    { numRuns: 300 },
  );
});

test('neither the order of annotators nor the names of labels matter, and 1 is the most', () => {
  fc.assert(
    fc.property(someAnnotatedDocuments([2, 4], 3), (document) => {
      const units = document.units.map((unit) => ({
        ...unit,
        annotator: document.annotators - 1 - unit.annotator,
        label: (unit.label + 1) % 3,
      }));
      const one = alphaU(alphaUDisagreement(document, 3)).value;
      const other = alphaU(alphaUDisagreement({ ...document, units }, 3)).value;
      if (one === null || other === null) expect(one).toBe(other);
      else {
        expect(one).toBeCloseTo(other, 9);
        expect(one).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('is undefined with one annotator', () => {
  const units = [{ annotator: 0, begin: 0, end: 4, label: 0 }];
  expect(alphaU(alphaUDisagreement({ length: 9, annotators: 1, units }, 1)).value).toBeNull();
});
