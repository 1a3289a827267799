import { describe, expect, test } from '@jest/globals';
import {
  sortPassages,
  listedPassages,
  nextOpenPassage,
  passageAt,
  adjacentPassage,
  passageFor,
} from '@/components/adjudication/workspace/listed-passages';
import { passagesOf } from '@/components/adjudication/workspace/passage';
import type { AdjudicationQuery } from '@/components/adjudication/workspace/adjudication-query';
import { defaultAdjudicationQuery } from '@/components/adjudication/workspace/adjudication-query';
import {
  aWorkspaceDecision,
  aWorkspaceUnit,
  anAdjudicationWorkspace,
} from '@/tests/builders/an-adjudication-workspace';

const text = 'x'.repeat(100);
const passages = passagesOf(
  anAdjudicationWorkspace(
    [
      aWorkspaceUnit([['a,b,c', 'x 0-10']]),
      aWorkspaceUnit([
        ['a,b', 'x 20-30'],
        ['c', 'x 20-28'],
      ]),
      aWorkspaceUnit(
        [
          ['a', 'x 40-50'],
          ['b', 'y 40-50'],
        ],
        { kinds: ['label'], state: 'changed' },
      ),
      aWorkspaceUnit(
        [
          ['a', 'x 60-70'],
          ['b,c', 'x 60-72'],
        ],
        { state: 'person' },
      ),
      aWorkspaceUnit([['a', 'y 80-90']], { kinds: ['missing'], state: 'attributes' }),
    ],
    { elsewhere: [aWorkspaceDecision('own', ['x 95-97'])] },
  ),
  text,
);
const all = sortPassages(passages, 'differing');
const startsOf = (found: readonly { start: number }[]) => found.map(({ start }) => start);

describe('the list', () => {
  const cases: [string, Partial<AdjudicationQuery>, number[]][] = [
    ['has what is left, where readings part first', {}, [20, 40, 80, 0]],
    ['has what is resolved', { show: 'resolved' }, [60, 95]],
    ['has all', { show: 'all', order: 'position' }, [0, 20, 40, 60, 80, 95]],
    ['has decisions without readings', { show: 'elsewhere' }, [95]],
    ['of one kind', { kind: 'label' }, [40]],
    ['of those where all say the same', { kind: 'same', show: 'all' }, [0]],
    ['of one label', { label: 'y' }, [40, 80]],
    ['where two part', { pair: ['a', 'b'], show: 'all', order: 'position' }, [40, 60, 80]],
    ['where one is silent', { pair: ['b', 'c'] }, [20, 40]],
  ];
  test.each(cases)('%s', (_, change, starts) => {
    const query = { ...defaultAdjudicationQuery, ...change };
    expect(startsOf(listedPassages(sortPassages(passages, query.order), query).passages)).toEqual(
      starts,
    );
  });

  test('counts kinds of what the other filters leave', () => {
    const { counts } = listedPassages(all, { ...defaultAdjudicationQuery, kind: 'label' });
    expect(counts).toMatchObject({ same: 1, boundary: 1, label: 1, missing: 1, nesting: 0 });
  });
});

describe('going on', () => {
  const { passages: left } = listedPassages(all, defaultAdjudicationQuery);
  const idAt = (start: number) => `unit ${start}`;
  test.each([
    ['next', null, 20],
    ['previous', null, 0],
    ['next', 20, 40],
    ['previous', 20, null],
    ['next', 0, null],
    // A passage that has left the list keeps its rank.
    ['next', 60, 80],
    ['previous', 60, 40],
  ] as const)('%s of %s is %s', (to, from, start) => {
    const beside = adjacentPassage(all, left, to, from === null ? null : idAt(from));
    expect(beside?.start ?? null).toBe(start);
  });

  test('after a decision the next that is left, and from the end the first', () => {
    expect(nextOpenPassage(all, left, idAt(20))?.start).toBe(40);
    expect(nextOpenPassage(all, left, idAt(0))?.start).toBe(20);
    expect(nextOpenPassage(all, left.slice(0, 1), idAt(20))).toBeNull();
  });

  test('a position leads to its passage, the shortest first, then to the next one there', () => {
    const nested = passagesOf(
      anAdjudicationWorkspace([
        aWorkspaceUnit([['a', 'x 0-50']]),
        aWorkspaceUnit([['b', 'x 10-20']]),
      ]),
      text,
    );
    expect(passageAt(nested, 15, null)?.start).toBe(10);
    expect(passageAt(nested, 15, idAt(10))?.start).toBe(0);
    expect(passageAt(nested, 15, idAt(0))?.start).toBe(10);
    expect(passageAt(nested, 60, null)).toBeNull();
  });

  test('a new annotation belongs to the chosen passage, to another that it overlaps, or to none', () => {
    const [chosen = null] = left;
    const on = (start: number, end: number) =>
      passageFor([{ start, end }], chosen, passages, text).id;
    expect(on(28, 45)).toBe(idAt(20));
    expect(on(41, 43)).toBe(idAt(40));
    expect(on(32, 38)).toBe('own');
    expect(passageFor([{ start: 32, end: 38 }], null, passages, text)).toMatchObject({
      start: 32,
      end: 38,
      versions: [],
      decisions: [],
    });
  });
});
