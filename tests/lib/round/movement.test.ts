import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RevisedLayer } from '@/lib/round/movement';
import { Movements } from '@/lib/round/movement';
import { aComparedLayer } from '@/tests/builders/a-compared-layer';

const revised = (userId: string, before: string[], after = before): RevisedLayer => ({
  userId,
  before: aComparedLayer(userId, ...before).annotations,
  after: aComparedLayer(userId, ...after).annotations,
});

function movementsOf(...articles: RevisedLayer[][]) {
  const movements = new Movements();
  for (const article of articles) movements.add(article);
  return movements.list();
}

const from = (analyst: string, colleague: string, of: ReturnType<typeof movementsOf>) =>
  of.find((one) => one.analyst === analyst && one.colleague === colleague);

describe('who moved towards whom', () => {
  test('one who takes a colleague’s boundary moves towards them, who stay where they were', () => {
    const of = movementsOf([revised('ada', ['x 0-10'], ['x 0-20']), revised('ben', ['x 0-20'])]);
    const before = 20 / 30;
    expect(from('ada', 'ben', of)).toEqual({
      analyst: 'ada',
      colleague: 'ben',
      articles: 1,
      before,
      after: 1,
      towards: 1 - before,
    });
    expect(from('ben', 'ada', of)).toMatchObject({ before, after: before, towards: 0 });
  });

  test('two who meet in the middle have both moved, and two who swap have, too', () => {
    const middle = movementsOf([
      revised('ada', ['x 0-10'], ['x 0-15']),
      revised('ben', ['x 0-20'], ['x 0-15']),
    ]);
    for (const [one, other] of [
      ['ada', 'ben'],
      ['ben', 'ada'],
    ] as const)
      expect(from(one, other, middle)?.towards).toBeGreaterThan(0);
    const swapped = movementsOf([
      revised('ada', ['x 0-10'], ['y 0-10']),
      revised('ben', ['y 0-10'], ['x 0-10']),
    ]);
    expect(swapped.map(({ towards }) => towards)).toEqual([1, 1]);
  });

  test('one who moves towards one colleague may move away from another', () => {
    const of = movementsOf([
      revised('ada', ['x 0-10'], ['y 0-10']),
      revised('ben', ['y 0-10']),
      revised('cleo', ['x 0-10']),
    ]);
    expect(from('ada', 'ben', of)?.towards).toBe(1);
    expect(from('ada', 'cleo', of)?.towards).toBe(-1);
  });

  test('the same words under another label are no movement', () => {
    const of = movementsOf([revised('ada', [], ['y 0-10']), revised('ben', ['x 0-10'])]);
    expect(from('ada', 'ben', of)).toMatchObject({ before: 0, after: 0, towards: 0 });
  });

  test('characters add up over the articles that both read', () => {
    const of = movementsOf(
      [revised('ada', ['x 0-10']), revised('ben', ['x 0-10'])],
      [revised('ada', ['x 0-30'], []), revised('ben', ['x 10-20'])],
      [revised('ada', ['x 0-10']), revised('cleo', [])],
    );
    expect(from('ada', 'ben', of)).toMatchObject({
      articles: 2,
      before: (2 * 20) / 60,
      after: (2 * 10) / 30,
    });
    expect(from('ada', 'cleo', of)).toMatchObject({ articles: 1, before: 0, towards: 0 });
    expect(from('ben', 'cleo', of)).toBeUndefined();
  });

  test('where neither has annotations there is no figure', () => {
    const of = movementsOf([revised('ada', [], ['x 0-3']), revised('ben', [])]);
    expect(from('ada', 'ben', of)).toMatchObject({ before: null, after: 0, towards: null });
    expect(from('ben', 'ada', of)).toMatchObject({ before: null, after: null, towards: null });
    expect(movementsOf()).toEqual([]);
  });

  test('who changes nothing moves towards nobody, and nothing is above 1 or below −1', () => {
    const layer = fc.array(fc.constantFrom('x 0-4', 'x 2-8', 'y 0-9', 'y 5-6+8-9'), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(layer, layer, layer, (before, after, other) => {
        const of = movementsOf([revised('ada', before, after), revised('ben', other)]);
        const towards = from('ada', 'ben', of)?.towards ?? 0;
        expect(Math.abs(towards)).toBeLessThanOrEqual(1);
        expect(from('ben', 'ada', of)?.towards ?? 0).toBe(0);
      }),
    );
  });
});
