import { expect, test } from '@jest/globals';
import { mayRelate, relationTypeInput } from '@/lib/codebook/relation-type';

test.each([
  ['one key', 'quote', ['quote']],
  ['several', ['quote', 'claim', 'quote'], ['quote', 'claim']],
  ['null', null, []],
  ['nothing', undefined, []],
])('an end may be %s', (_, from, stored) => {
  expect(relationTypeInput.parse({ key: 'r', from, to: 'x' })).toEqual({
    key: 'r',
    name: 'r',
    from: stored,
    to: ['x'],
  });
});

test.each([{ from: 'a' }, { key: 'r', from: 3 }, { key: 'r', to: [''] }])('refuses %j', (sent) => {
  expect(relationTypeInput.safeParse(sent).success).toBe(false);
});

test.each([
  [['quote'], ['source'], true],
  [['source'], ['source'], false],
  [['quote'], ['quote'], false],
  [[], [], true],
])('from %j to %j', (from, to, may) => {
  expect(mayRelate({ key: 'r', name: 'r', from, to }, 'quote', 'source')).toBe(may);
});
