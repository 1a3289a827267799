import { labelLookup } from '@/components/article-text/labels';
import { annotationAsText, typedLines } from '@/components/annotate/refused-changes';
import { expect, test } from '@jest/globals';
import type { AnnotationContent } from '@/lib/annotation/annotation';

const lookup = labelLookup([
  {
    key: 'claim',
    name: 'Claim',
    color: '#0072b2',
    pattern: 'solid',
    hotkey: '1',
    definition: '',
    test: '',
    examples: [],
    parent: null,
    attributes: [
      { key: 'sourced', name: 'Sourced', type: 'boolean', options: [], required: false },
      { key: 'of', name: 'Whose', type: 'text', options: [], required: false },
    ],
  },
]);

const bare: AnnotationContent = {
  label: 'claim',
  segments: [{ start: 0, end: 4 }],
  attributes: {},
  note: '',
  confidence: null,
};

test.each<[Partial<AnnotationContent>, string[]]>([
  [{}, []],
  [{ note: 'two\nlines' }, ['Note: two\nlines']],
  [
    { attributes: { sourced: false, of: 'the mayor', gone: 3 }, confidence: 1, note: 'so' },
    ['Sourced: no', 'Whose: the mayor', 'gone: 3', 'Confidence: Sure (100 %)', 'Note: so'],
  ],
])('what was typed into %j', (typed, lines) => {
  expect(typedLines({ ...bare, ...typed }, lookup.of('claim'))).toEqual(lines);
});

test('what is copied names the label and the words, also of a label that is gone', () => {
  const content = { ...bare, note: 'why' };
  expect(annotationAsText(content, lookup.of('claim'), 'They say')).toBe(
    'Claim: “They say”\nNote: why',
  );
  expect(annotationAsText(content, lookup.of('gone'), 'They say')).toBe(
    'gone: “They say”\nNote: why',
  );
});
