import { labelLookup } from '@/components/article-text/labels';
import { annotationItems, isFound, labelItems } from '@/components/annotate/palette-list';
import type { Annotation } from '@/lib/annotation/annotation';
import { basic3 } from '@/lib/codebook/basic-3';

const lookup = labelLookup(basic3.labels);

const noted = (id: string, quote: string, note = ''): Annotation => ({
  id,
  layerId: 'layer',
  label: 'loaded_framing',
  segments: [{ start: 0, end: quote.length }],
  attributes: {},
  note,
  confidence: null,
  codebookVersion: 1,
  quote,
  prefix: '',
  suffix: '',
  version: 1,
  createdAt: '2026-11-24T00:00:00.000Z',
  updatedAt: '2026-11-24T00:00:00.000Z',
});

test.each([
  ['', 'anything', true],
  ['framing loaded', 'Loaded framing', true],
  ['CAFE', 'the café', true],
  ['cafe', 'the coffee', false],
])('“%s” in “%s”: %s', (query, where, found) => {
  expect(isFound(query, where)).toBe(found);
});

test('labels are found by name and key', () => {
  expect(labelItems('direct_q', lookup.offered).map(({ key }) => key)).toEqual(['direct_quote']);
  expect(labelItems('', lookup.offered)).toHaveLength(3);
});

test('annotations are found by quote, label and note, none before something is typed', () => {
  const all = [noted('a', 'slammed the plan'), noted('b', 'reckless', 'ask Ben')];
  const ids = (query: string) => annotationItems(query, all, lookup).map(({ id }) => id);
  expect(ids('plan')).toEqual(['a']);
  expect(ids('ben')).toEqual(['b']);
  expect(ids('loaded')).toEqual(['a', 'b']);
  expect(ids(' ')).toEqual([]);
});

test('of many annotations the first thirty are listed', () => {
  const many = Array.from({ length: 200 }, (_, index) => noted(String(index), 'reckless'));
  expect(annotationItems('reckless', many, lookup)).toHaveLength(30);
});
