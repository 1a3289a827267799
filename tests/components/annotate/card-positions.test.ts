import fc from 'fast-check';
import { firstFrom, placeCards } from '@/components/annotate/card-positions';
import type { CardSpace } from '@/components/annotate/card-positions';

const space = (tops: (number | null)[], change: Partial<CardSpace> = {}): CardSpace => ({
  count: tops.length,
  topOf: (rank) => tops[rank] ?? null,
  heightOf: () => 60,
  view: { from: 0, to: 1000 },
  chosen: null,
  ...change,
});

const tops = (cards: CardSpace) => placeCards(cards).map(({ top }) => top);

describe('placing cards', () => {
  test.each([
    ['none', [], []],
    ['with room, each beside its span', [0, 100, 400], [0, 100, 400]],
    ['crowded, below one another', [100, 100, 110], [100, 166, 232]],
    ['one that is not laid out follows its neighbour', [100, null, 400], [100, 166, 400]],
  ])('%s', (_, given, placed) => {
    expect(tops(space(given))).toEqual(placed);
  });

  test('the chosen one lies beside its span; those before it give way upwards', () => {
    expect(tops(space([300, 300, 310], { chosen: 1 }))).toEqual([234, 300, 366]);
  });

  test('none lies above the article’s top, even before the chosen one', () => {
    expect(tops(space([10, 20, 30], { chosen: 2 }))).toEqual([0, 66, 132]);
  });

  test('a chosen one that is out of view moves nothing', () => {
    const given = [100, 110, 5000];
    expect(tops(space(given, { chosen: 2 }))).toEqual(tops(space(given)));
  });

  test('the chosen card’s own height counts', () => {
    const cards = space([0, 10, 20], { chosen: 0, heightOf: (rank) => (rank === 0 ? 300 : 60) });
    expect(tops(cards)).toEqual([0, 306, 372]);
  });

  test('only what is within a screen of the view is placed', () => {
    const many = Array.from({ length: 10_000 }, (_, rank) => rank * 100);
    const ranks = placeCards(space(many, { view: { from: 500_000, to: 501_000 } })).map(
      ({ rank }) => rank,
    );
    expect(ranks[0]).toBe(4990);
    expect(ranks.at(-1)).toBe(5021);
  });

  test('asks for few tops, however many there are', () => {
    let asked = 0;
    const count = 10_000;
    const topOf = (rank: number) => ((asked += 1), rank * 100);
    placeCards(space([], { count, topOf, view: { from: 500_000, to: 501_000 } }));
    expect(asked).toBeLessThan(60);
  });

  test('cards keep their order and never overlap', () => {
    const height = fc.integer({ min: 20, max: 200 });
    const top = fc.oneof({ weight: 9, arbitrary: fc.nat(4000) }, fc.constant(null));
    const card = fc.record({ top, height });
    fc.assert(
      fc.property(
        fc.array(card, { maxLength: 60 }),
        fc.nat(60),
        fc.nat(3000),
        (cards, chosen, from) => {
          const sorted = cards
            .map((one) => one.top)
            .filter((one) => one !== null)
            .sort((a, b) => a - b);
          const laid = cards.map((one) => (one.top === null ? null : (sorted.shift() ?? null)));
          const heightOf = (rank: number) => cards[rank]?.height ?? 0;
          const view = { from, to: from + 800 };
          const positions = placeCards(
            space(laid, { heightOf, view, chosen: chosen < cards.length ? chosen : null }),
          );
          positions.forEach(({ rank, top: at }, index) => {
            const before = positions[index - 1];
            expect(at).toBeGreaterThanOrEqual(0);
            if (before === undefined) return;
            expect(rank).toBe(before.rank + 1);
            expect(at).toBeGreaterThanOrEqual(before.top + heightOf(before.rank));
          });
        },
      ),
    );
  });
});

describe('the first from an edge', () => {
  test.each([
    [[0, 10, 20], 10, 1],
    [[0, 10, 20], 11, 2],
    [[0, 10, 20], 21, 3],
    [[], 0, 0],
    [[0, null, 20], 5, 1],
    [[0, null, null, 20, 30], 25, 4],
  ])('%j from %d', (given, edge, rank) => {
    expect(firstFrom(edge, space(given))).toBe(rank);
  });
});
