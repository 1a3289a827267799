import { describe, expect, test } from '@jest/globals';
import type { Attribute } from '@/lib/codebook/attribute';
import { attributeFaults, attributeInput } from '@/lib/codebook/attribute';

const some = (attribute: Partial<Attribute>): Attribute => ({
  key: 'a',
  name: 'A',
  type: 'text',
  options: [],
  required: false,
  ...attribute,
});

test('fills in the name, the options and that it may be left out', () => {
  expect(attributeInput.parse({ key: 'speaker', type: 'text' })).toEqual({
    key: 'speaker',
    name: 'speaker',
    type: 'text',
    options: [],
    required: false,
  });
});

test.each([
  { key: 'a' },
  { key: 'a', type: 'date' },
  { key: 'a', type: 'choice', options: [''] },
  { key: 'a', type: 'text', label: 'x' },
])('refuses %j', (sent) => {
  expect(attributeInput.safeParse(sent).success).toBe(false);
});

describe('attributeFaults', () => {
  test.each([
    ['a choice without options', [some({ type: 'choice' })], ['at.0.options']],
    ['options without a choice', [some({ options: ['x'] })], ['at.0.options']],
    ['an option twice', [some({ type: 'choice', options: ['x', 'x'] })], ['at.0.options']],
    ['a key twice', [some({}), some({ type: 'number' })], ['at.1.key']],
    ['what holds', [some({}), some({ key: 'b', type: 'choice', options: ['x'] })], []],
  ])('%s', (_, attributes, paths) => {
    expect(attributeFaults(attributes, 'at').map(({ path }) => path)).toEqual(paths);
  });
});
