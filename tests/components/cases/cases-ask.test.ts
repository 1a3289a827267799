import { expect, test } from '@jest/globals';
import { casesAddress, casesAskOf, isNarrowed } from '@/components/cases/cases-ask';

const projectId = 'p';

test.each([
  [{}, '/projects/p/decisions'],
  [
    { label: 'loaded_framing', as: 'near-miss' },
    '/projects/p/decisions?label=loaded_framing&as=near-miss',
  ],
  [
    { text: '50 %', by: 'anyone', standing: 'false' },
    '/projects/p/decisions?text=50+%25&by=anyone&standing=false',
  ],
  [{ from: 'abc', source: 'Gazette' }, '/projects/p/decisions?source=Gazette&from=abc'],
  // What cannot be read counts as not said.
  [{ as: 'both', by: ['rule', 'rule'], standing: 'perhaps', text: '\0' }, '/projects/p/decisions'],
])('%j is the address %s', (query, address) => {
  const ask = casesAskOf(query);
  expect(casesAddress(projectId, ask)).toBe(address);
  expect(casesAskOf(Object.fromEntries(new URL(address, 'http://x').searchParams))).toEqual(ask);
});

test('tells whether the list is narrowed', () => {
  expect(isNarrowed(casesAskOf({}))).toBe(false);
  for (const query of [{ text: 'x' }, { as: 'example' }, { by: 'rule' }, { standing: 'false' }])
    expect(isNarrowed(casesAskOf(query))).toBe(true);
});
