import { describe, expect, test } from '@jest/globals';
import type { AdjudicationQuery } from '@/components/adjudication/workspace/adjudication-query';
import {
  adjudicationQueryOf,
  adjudicationSearch,
  defaultAdjudicationQuery,
} from '@/components/adjudication/workspace/adjudication-query';

const read = (search: string) =>
  adjudicationQueryOf(Object.fromEntries(new URLSearchParams(search)));

describe('the page’s address', () => {
  const queries: [string, Partial<AdjudicationQuery>, string][] = [
    ['says nothing of what is usual', {}, ''],
    ['names the place', { unit: 'u-1' }, '?unit=u-1'],
    [
      'names the filters',
      { show: 'all', kind: 'attributes', label: 'x y', pair: ['a', 'b'], order: 'position' },
      '?show=all&kind=attributes&label=x%20y&pair=a,b&order=position',
    ],
    [
      'names heat and the rules',
      { heat: 'density', view: 'auto-resolve' },
      '?heat=density&view=auto-resolve',
    ],
  ];
  test.each(queries)('%s', (_, change, search) => {
    const query = { ...defaultAdjudicationQuery, ...change };
    expect(adjudicationSearch(query)).toBe(search);
    expect(read(search)).toEqual(query);
  });

  test.each([
    [{ show: 'sorry' }],
    [{ kind: 'none' }],
    [{ pair: 'a' }],
    [{ pair: 'a,b,c' }],
    [{ order: ['position', 'position'] }],
    [{ view: 'matrix' }],
    [{ unit: '' }],
  ])('what cannot be is as if nothing were said: %j', (asked) => {
    expect(adjudicationQueryOf(asked)).toEqual(defaultAdjudicationQuery);
  });
});
