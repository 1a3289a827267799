import { describe, expect, it, test } from '@jest/globals';
import type { Role } from '@/lib/access/role';
import {
  chosenReadings,
  hasBegun,
  reasonAgainst,
  seenReadings,
} from '@/lib/agreement/comparison/seen-readings';
import type { StoredReading } from '@/lib/agreement/comparison/stored-reading';
import { refused } from '@/tests/builders/refused';

const reading = (layerId: string, chosen: Partial<StoredReading> = {}): StoredReading => ({
  layerId,
  kind: 'analyst',
  author: layerId,
  authorId: `${layerId}'s author`,
  state: 'open',
  annotations: 1,
  marks: [],
  ...chosen,
});

const all = [
  reading('mine', { authorId: 'me' }),
  reading('hers'),
  reading('settled', { kind: 'consensus', authorId: null, state: 'submitted' }),
];

test.each<[Role, 'open' | 'after-submit' | 'closed', 'none' | 'open' | 'submitted', string[]]>([
  ['manager', 'closed', 'none', ['mine', 'hers', 'settled']],
  ['analyst', 'open', 'open', ['mine', 'hers', 'settled']],
  ['analyst', 'after-submit', 'open', ['mine']],
  ['analyst', 'after-submit', 'submitted', ['mine', 'hers', 'settled']],
  ['analyst', 'closed', 'submitted', ['mine', 'settled']],
  ['viewer', 'after-submit', 'none', ['mine', 'settled']],
])('%s in a project that is %s, own layer %s', (role, blind, ownState, expected) => {
  const seen = seenReadings(all, { role, blind, ownState, discussion: 'none' }, 'me');
  expect(seen.map(({ layerId }) => layerId)).toEqual(expected);
});

test.each([
  ['open', 0, false],
  ['open', 1, true],
  ['submitted', 0, true],
] as const)('a layer that is %s with %d marks has begun: %s', (state, annotations, begun) => {
  expect(hasBegun({ state, annotations })).toBe(begun);
});

describe('what is compared', () => {
  const seen = [...all, reading('empty', { annotations: 0 })];

  it('is every analyst’s reading that has begun, or what is named', () => {
    const ids = (named?: string[]) => chosenReadings(seen, named).map(({ layerId }) => layerId);
    expect(ids()).toEqual(['mine', 'hers']);
    expect(ids(['settled', 'empty', 'settled'])).toEqual(['settled', 'empty']);
    expect(ids([])).toEqual([]);
  });

  it('is refused where it is not to be seen', async () => {
    const asked = Promise.resolve().then(() => chosenReadings(seen, ['hidden']));
    expect(await refused(asked)).toMatchObject({
      reason: 'invalid',
      faults: [{ path: 'layers' }],
    });
  });

  it('needs two', () => {
    expect(reasonAgainst(0)).toMatch(/^No reading/);
    expect(reasonAgainst(1)).toMatch(/^Only one reading/);
    expect(reasonAgainst(2)).toBeNull();
  });
});
