import type { ComparedAnnotation } from '@/lib/comparison/compared-unit';
import { inTextOrder, overlapOf, sizeOf } from '@/lib/comparison/compared-unit';
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { maxPairs, pairAnnotations } from '@/lib/comparison/pairing';
import { isSameSpan } from '@/lib/annotation/span';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

function describePairing(ones: string[], others: string[]): string[] {
  const one = aComparedLayer('a', ...ones).annotations;
  const other = aComparedLayer('b', ...others).annotations;
  const { links, inside } = pairAnnotations(one, other);
  return [
    ...links.map((link) => `${link.one.id}${link.nested ? '~' : '='}${link.other.id}`),
    ...[...inside].map(({ id }) => `${id}?`),
  ].sort();
}

describe('annotations are paired', () => {
  test.each<[string, string[], string[], string[]]>([
    ['the same', ['x 0-5'], ['x 0-5'], ['a1=b1']],
    ['twice the same', ['x 0-5', 'x 0-5'], ['x 0-5', 'x 0-5'], ['a1=b1', 'a2=b2']],
    ['once too often', ['x 0-5', 'x 0-5'], ['x 0-5'], ['a1=b1']],
    ['other ends', ['x 0-5'], ['x 3-9'], ['a1=b1']],
    ['the same before one that is longer', ['x 0-5'], ['x 0-20', 'x 0-5'], ['a1=b2', 'b1?']],
    ['apart', ['x 0-5'], ['x 5-9'], []],
    ['in pieces', ['x 0-10'], ['x 0-4', 'x 5-10'], ['a1=b1', 'a1=b2']],
    ['a neighbour that is only touched', ['x 0-10'], ['x 0-8', 'x 9-20'], ['a1=b1']],
    ['another label', ['x 0-5'], ['y 0-5'], ['a1=b1']],
    ['the label before the position', ['x 0-5'], ['y 0-5', 'x 0-4'], ['a1=b2']],
    ['other labels that hardly meet', ['x 0-10'], ['y 9-20'], []],
    ['a whole and a part', ['x 0-20'], ['y 5-8'], ['a1~b1']],
    ['a part of what both annotate', ['x 0-20', 'y 5-8'], ['x 0-20'], ['a1=b1', 'a2?']],
    ['a second label on one span', ['x 0-5', 'y 0-5'], ['x 0-5'], ['a1=b1']],
  ])('%s', (_, ones, others, links) => {
    expect(describePairing(ones, others)).toEqual(links);
  });

  it('in either order', () => {
    const [one, other] = [
      aComparedLayer('a', 'x 0-10', 'y 4-9', 'x 20-40', 'z 22-24').annotations,
      aComparedLayer('b', 'y 0-10', 'x 2-7', 'x 20-30', 'x 31-40').annotations,
    ];
    const forth = pairAnnotations(one, other).links.map(
      (link) => `${link.one.id} ${link.other.id}`,
    );
    const back = pairAnnotations(other, one).links.map((link) => `${link.other.id} ${link.one.id}`);
    expect(back.sort()).toEqual(forth.sort());
  });
});

/** The definition, over every two annotations: the expected result of the sweep. */
function pairedByDefinition(
  ones: readonly ComparedAnnotation[],
  others: readonly ComparedAnnotation[],
) {
  const [sortedOnes, sortedOthers] = [ones.toSorted(inTextOrder), others.toSorted(inTextOrder)];
  const met = sortedOnes
    .flatMap((one, oneAt) =>
      sortedOthers.map((other, otherAt) => {
        const shared = overlapOf(one, other);
        const dice = (2 * shared) / (sizeOf(one) + sizeOf(other));
        const smaller = Math.min(sizeOf(one), sizeOf(other));
        return { one, other, oneAt, otherAt, shared, dice, smaller };
      }),
    )
    .filter(({ shared }) => shared > 0)
    .sort(
      (first, second) =>
        second.dice - first.dice || first.oneAt - second.oneAt || first.otherAt - second.otherAt,
    );
  const links: string[] = [];
  const linked = new Set<ComparedAnnotation>();
  const exact = new Set<ComparedAnnotation>();
  const link = (
    { one, other }: { one: ComparedAnnotation; other: ComparedAnnotation },
    sign = '=',
  ) => {
    links.push(`${one.id}${sign}${other.id}`);
    linked.add(one).add(other);
  };
  const isFree = ({ one, other }: { one: ComparedAnnotation; other: ComparedAnnotation }) =>
    !linked.has(one) && !linked.has(other);
  const sameLabel = met.filter(({ one, other }) => one.label === other.label);
  for (const pair of sameLabel)
    if (isFree(pair) && isSameSpan(pair.one.segments, pair.other.segments)) {
      link(pair);
      exact.add(pair.one).add(pair.other);
    }
  for (const pair of sameLabel) if (isFree(pair)) link(pair);
  for (const pair of sameLabel) {
    const { one, other, shared } = pair;
    if (linked.has(one) === linked.has(other) || exact.has(one) || exact.has(other)) continue;
    if (2 * shared >= sizeOf(linked.has(one) ? other : one)) link(pair);
  }
  for (const pair of met)
    if (pair.one.label !== pair.other.label && isFree(pair) && pair.dice >= 0.5) link(pair);
  const within = met.filter(({ dice, shared, smaller }) => dice < 0.5 && shared === smaller);
  for (const pair of within) if (isFree(pair)) link(pair, '~');
  const alone = within.flatMap(({ one, other }) => [one, other]);
  return { links, inside: new Set(alone.filter((annotation) => !linked.has(annotation))) };
}

const someMarks = (layer: string) =>
  fc
    .array(
      fc.record({
        label: fc.constantFrom('x', 'y'),
        bounds: fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 4 }),
      }),
      { maxLength: 14 },
    )
    .map((annotations) =>
      annotations.map(({ label, bounds }, at): ComparedAnnotation => {
        const [first = 0, second = 1, third, fourth] = bounds.toSorted((a, b) => a - b);
        const segments = [{ start: first, end: second }];
        if (third !== undefined && fourth !== undefined && third > second)
          segments.push({ start: third, end: fourth });
        return { id: `${layer}${at}`, label, segments };
      }),
    );

test('layers of all kinds are paired as the definition says', () => {
  fc.assert(
    fc.property(someMarks('a'), someMarks('b'), (ones, others) => {
      const paired = pairAnnotations(ones, others);
      const links = paired.links.map(
        ({ one, other, nested }) => `${one.id}${nested ? '~' : '='}${other.id}`,
      );
      const expected = pairedByDefinition(ones, others);
      expect(links).toEqual(expected.links);
      expect(idsOf(paired.inside)).toEqual(idsOf(expected.inside));
    }),
    { numRuns: 2000 },
  );
});

const idsOf = (annotations: Set<ComparedAnnotation>) => [...annotations].map(({ id }) => id).sort();

/** Annotations each of which lies in the one before it. */
const nested = (layer: string, count: number, shift = 0) =>
  Array.from({ length: count }, (_, at): ComparedAnnotation => {
    const segments = [{ start: at + shift, end: 3 * count - at }];
    return { id: `${layer}${at}`, label: 'x', segments };
  });

describe('layers of many annotations', () => {
  it('that are the same are paired at once', () => {
    const { links, inside } = pairAnnotations(nested('a', 5000), nested('b', 5000));
    expect([links.length, inside.size]).toEqual([5000, 0]);
  });

  it('that do not overlap are paired', () => {
    const row = (layer: string, size: number) =>
      Array.from({ length: 20_000 }, (_, at): ComparedAnnotation => {
        const segments = [{ start: 10 * at, end: 10 * at + size }];
        return { id: `${layer}${at}`, label: 'x', segments };
      });
    expect(pairAnnotations(row('a', 5), row('b', 6)).links).toHaveLength(20_000);
  });

  it('that overlap too often are refused, before they take time and memory', () => {
    const most = Math.floor(Math.sqrt(maxPairs));
    expect(pairAnnotations(nested('a', most), nested('b', most, 1)).links).toHaveLength(most);
    expect(() => pairAnnotations(nested('a', most + 1), nested('b', most + 1, 1))).toThrow(
      /have 200,704 pairs of annotations that overlap, and at most 200,000/,
    );
  });
});
