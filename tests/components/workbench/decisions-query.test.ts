import { expect, test } from '@jest/globals';
import {
  decisionsAddress,
  decisionsQueryOf,
  isNarrowed,
} from '@/components/workbench/decisions-query';

const projectId = 'p';

test.each([
  [{}, '/projects/p/decisions'],
  [
    { label: 'loaded_framing', as: 'near-miss' },
    '/projects/p/decisions?label=loaded_framing&as=near-miss',
  ],
  [
    { text: '50 %', by: 'anyone', current: 'false' },
    '/projects/p/decisions?text=50+%25&by=anyone&current=false',
  ],
  [{ from: 'abc', source: 'Gazette' }, '/projects/p/decisions?source=Gazette&from=abc'],
  // An invalid value counts as absent.
  [{ as: 'both', by: ['rule', 'rule'], current: 'perhaps', text: '\0' }, '/projects/p/decisions'],
])('%j is the address %s', (query, address) => {
  const parsed = decisionsQueryOf(query);
  expect(decisionsAddress(projectId, parsed)).toBe(address);
  expect(decisionsQueryOf(Object.fromEntries(new URL(address, 'http://x').searchParams))).toEqual(
    parsed,
  );
});

test('knows whether the list is filtered', () => {
  expect(isNarrowed(decisionsQueryOf({}))).toBe(false);
  for (const query of [{ text: 'x' }, { as: 'example' }, { by: 'rule' }, { current: 'false' }])
    expect(isNarrowed(decisionsQueryOf(query))).toBe(true);
});
