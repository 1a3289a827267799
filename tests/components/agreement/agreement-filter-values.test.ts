import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AgreementFilterValues } from '@/components/agreement/agreement-filter-values';
import {
  agreementFiltersOf,
  agreementSearch,
  everything,
  filterCount,
} from '@/components/agreement/agreement-filter-values';

const asked = (search: string) => agreementFiltersOf(new URLSearchParams(search));

test.each<[string, Partial<AgreementFilterValues>]>([
  ['', {}],
  ['?label=loaded_framing', { label: 'loaded_framing' }],
  ['?analysts=a,b', { analysts: ['a', 'b'] }],
  ['?source=', { source: '' }],
  ['?source=The%20Daily%20%26%20Sunday', { source: 'The Daily & Sunday' }],
  ['?from=2026-01-01&to=2026-02-01', { from: '2026-01-01', to: '2026-02-01' }],
  ['?articles=x', { articles: ['x'] }],
  ['?layers=submitted', { submitted: true }],
])('“%s” is parsed, and written the same', (search, values) => {
  expect(asked(search)).toEqual({ ...everything, ...values });
  expect(agreementSearch(asked(search))).toBe(search);
});

test('what is not known, or empty, filters nothing', () => {
  expect(asked('?label=&analysts=,&layers=all&colour=red')).toEqual(everything);
});

test('invalid values are kept for the API to refuse', () => {
  expect(agreementSearch(asked('?from=yesterday&analysts=nobody'))).toBe(
    '?analysts=nobody&from=yesterday',
  );
});

test('a measure is requested with the same filters', () => {
  expect(agreementSearch(asked('?label=a'), { measure: 'gamma' })).toBe('?label=a&measure=gamma');
});

test.each<[string, number]>([
  ['', 0],
  ['?source=', 1],
  ['?from=2026-01-01&to=2026-02-01', 1],
  ['?label=a&analysts=b,c&layers=submitted&articles=d', 4],
])('“%s” sets %i filters', (search, count) => {
  expect(filterCount(asked(search))).toBe(count);
});

test('filters survive their address', () => {
  const words = fc.string({ minLength: 1 });
  const ids = fc.array(fc.uuid(), { maxLength: 4 });
  fc.assert(
    fc.property(
      fc.record({
        label: fc.option(words),
        analysts: ids,
        source: fc.option(fc.string()),
        from: fc.option(words),
        to: fc.option(words),
        articles: ids,
        submitted: fc.boolean(),
      }),
      (filters) => expect(asked(agreementSearch(filters))).toEqual(filters),
    ),
  );
});
