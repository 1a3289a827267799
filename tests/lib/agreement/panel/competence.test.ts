import { describe, expect, it } from '@jest/globals';
import { competences, minItems } from '@/lib/agreement/panel/competence';
import { mace } from '@/lib/agreement/crowd/mace';
import { votesOfItems } from '@/lib/agreement/crowd/votes';
import { seededRandom } from '@/lib/agreement/seeded-random';
import { selectedFrom } from '@/tests/builders/some-statistics';

const { uniform } = seededRandom(7);

/** Ada, Ben and Cleo see nearly everything; Dan marks by chance. */
const articles = Array.from({ length: 40 }, () => {
  const there = [0, 20, 40, 60].filter(() => uniform() < 0.6);
  const marks = (chance: number) =>
    there.filter(() => uniform() < chance).map((at) => `x ${at}-${at + 8}`);
  const luck = [0, 20, 40, 60].filter(() => uniform() < 0.5).map((at) => `x ${at}-${at + 8}`);
  return { ada: marks(0.95), ben: marks(0.95), cleo: marks(0.9), dan: luck };
});

describe('competence', () => {
  it('distinguishes a random annotator from reliable ones', () => {
    const found = competences(selectedFrom(...articles));
    const of = (name: string) => found.get(name)?.competence.value ?? 0;
    expect(Math.min(of('ada'), of('ben'), of('cleo'))).toBeGreaterThan(0.6);
    expect(of('dan')).toBeLessThan(0.4);
    expect(found.get('ada')?.items).toBe(found.get('dan')?.items);
  });

  it('counts what is alike together, and finds the same', () => {
    const selected = selectedFrom(...articles);
    const order = ['ada', 'ben', 'cleo', 'dan'];
    const items = selected.flatMap(({ statistics }) =>
      statistics.clusters.flatMap(([, marked, count]) =>
        Array.from({ length: count }, () =>
          order.map((name) => ({
            annotator: order.indexOf(name),
            value: Number(marked[statistics.annotators.indexOf(name)] ?? 0),
          })),
        ),
      ),
    );
    const one = mace(votesOfItems(items, 4, [0, 1]));
    const found = competences(selected);
    for (const [at, name] of order.entries())
      expect(found.get(name)?.competence.value).toBeCloseTo(one.competence[at] ?? 0, 6);
  });

  it('is not defined for few items', () => {
    const found = competences(selectedFrom({ ada: ['x 0-5'], ben: [] }), 'x');
    expect(found.get('ben')).toEqual({
      items: 1,
      competence: {
        value: null,
        reason: `it needs ${minItems} items that could have been annotated, and there are 1`,
      },
    });
    expect(competences(selectedFrom({ ada: ['x 0-5'], ben: [] }), 'y').get('ada')?.items).toBe(0);
    expect(competences([]).size).toBe(0);
  });
});
