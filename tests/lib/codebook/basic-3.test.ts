import { expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import { codebookContent } from '@/lib/codebook/codebook';

test('holds as it stands', () => {
  expect(codebookContent.parse(basic3)).toEqual(basic3);
});

test('its labels differ in key, colour, pattern and hotkey', () => {
  expect(basic3.labels.map(({ key }) => key)).toEqual([
    'loaded_framing',
    'unsupported_claim',
    'direct_quote',
  ]);
  for (const sign of ['color', 'pattern', 'hotkey'] as const)
    expect(new Set(basic3.labels.map((label) => label[sign])).size).toBe(3);
});

test('nobody has to fill in an attribute', () => {
  expect(
    basic3.labels.flatMap(({ attributes }) => attributes.filter((one) => one.required)),
  ).toEqual([]);
});

test.each(basic3.labels)(
  '$key has a definition, a question that decides, and both kinds of example',
  (label) => {
    expect(label.definition.length).toBeGreaterThan(80);
    expect(label.test).toContain('?');
    expect(new Set(label.examples.map(({ kind }) => kind))).toEqual(new Set(['good', 'near-miss']));
    for (const { why } of label.examples) expect(why).not.toBe('');
  },
);
