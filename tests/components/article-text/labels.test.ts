import { expect, test } from '@jest/globals';
import {
  labelLookup,
  labelClass,
  labelStyles,
  annotationDescription,
  spokenQuote,
} from '@/components/article-text/labels';
import { hotkeySentence, keyList } from '@/components/workbench/key-map';
import { formatConfidence } from '@/components/workbench/messages';
import { basic3 } from '@/lib/codebook/basic-3';

const lookup = labelLookup(basic3.labels);

test('a label of the codebook is offered, with its tag', () => {
  expect(lookup.of('loaded_framing')).toMatchObject({
    name: 'Loaded framing',
    tag: 'LF',
    isOffered: true,
  });
  expect(lookup.offered.map(({ key }) => key)).toEqual(basic3.labels.map(({ key }) => key));
});

test('a withdrawn label is shown under its key, not offered, and always the same', () => {
  const gone = lookup.of('irony');
  expect(gone).toMatchObject({ key: 'irony', name: 'irony', tag: 'IR', isOffered: false });
  expect(lookup.of('irony')).toBe(gone);
  expect(lookup.offered).toHaveLength(basic3.labels.length);
});

test.each([
  [[], null],
  [[''], null],
  [['1'], '1'],
  [['1', '', '2'], '1 or 2'],
  [['1', '2', '3'], '1, 2 or 3'],
  [['1', '2', '3', '4', '5', 'q'], '1, 2, 3 … or q'],
])('%j are the keys %s', (hotkeys, words) => {
  expect(hotkeySentence(hotkeys.map((hotkey) => ({ hotkey })))).toBe(words);
});

test('the list of keys names each label that has a key', () => {
  const labels = [
    { name: 'Irony', hotkey: 'i' },
    { name: 'No key', hotkey: '' },
  ];
  const groups = keyList('⌘', labels);
  expect(groups[0]?.lines).toEqual([{ ways: [['i']], does: 'Irony' }]);
  expect(groups.flatMap(({ lines }) => lines).some(({ ways }) => ways[0]?.[0] === '⌘')).toBe(true);
});

test.each([
  [0, 'A guess (0 %)'],
  [0.5, 'Even (50 %)'],
  [0.73, 'Fairly sure (73 %)'],
  [1, 'Sure (100 %)'],
])('confidence %d in words', (confidence, words) => {
  expect(formatConfidence(confidence)).toBe(words);
});

test('each label, known or not, has its pattern and colors in both schemes', () => {
  const styles = labelStyles('.here', basic3.labels);
  for (const index of [0, 1, 2, -1]) {
    const selector = `.here .${labelClass(index)}{`;
    expect(styles.split(selector)).toHaveLength(3);
    expect(styles).toContain(`[data-mantine-color-scheme='dark'] ${selector}`);
  }
  for (const { pattern } of basic3.labels) expect(styles).toContain(`--pattern:${pattern};`);
});

test('the rules contain no user input', () => {
  const [first] = basic3.labels;
  const named = first && { ...first, key: '</style>{', name: '</style><script>' };
  expect(labelStyles('.here', named ? [named] : [])).not.toMatch(/script|<\//);
});

const words = [0, 3, 4, 8, 9, 12];

test.each([
  [[{ start: 0, end: 3 }], 'Loaded framing by Ana, 1 word'],
  [[{ start: 0, end: 8 }], 'Loaded framing by Ana, 2 words'],
  [
    [
      { start: 0, end: 3 },
      { start: 9, end: 12 },
    ],
    'Loaded framing by Ana, 2 words in 2 segments',
  ],
  [[{ start: 3, end: 4 }], 'Loaded framing by Ana, 0 words'],
])('%j', (segments, expected) => {
  expect(annotationDescription({ segments }, 'Loaded framing', 'Ana', words)).toBe(expected);
});

test.each([
  ['short', 'short'],
  ['x'.repeat(120), 'x'.repeat(120)],
  [`${'word '.repeat(30)}end`, `${'word '.repeat(23)}word …`],
  ['x'.repeat(121), `${'x'.repeat(120)} …`],
  [`${'x'.repeat(119)}👍${'x'.repeat(9)}`, `${'x'.repeat(119)} …`],
])('%s', (quote, expected) => {
  expect(spokenQuote(quote)).toBe(expected);
});
