import { expect, test } from '@jest/globals';
import { stepText, doubtMessage, visibleText } from '@/components/article/clean-up-messages';
import { doubtNames, stepNames } from '@/lib/article/cleanup/step';

test('every step and every doubt has words', () => {
  expect(Object.keys(stepText)).toEqual([...stepNames]);
  for (const name of doubtNames)
    expect(doubtMessage({ name, count: 2 })).toMatch(/^[A-Z].* 2 .*\.$/);
  expect(doubtMessage({ name: 'lost-characters', count: 1 })).toContain('one position');
});

test.each([
  ['a  b\u00a0\t', 'removed', 'a··b[U+00A0]→'],
  ['so-\r\ncalled', 'removed', 'so-↵called'],
  ['a\nb', 'added', 'a↵\nb'],
  ['\u200b\u00ad\u001c', 'removed', '[U+200B][U+00AD][U+001C]'],
  ['’é😀', 'added', '’é😀'],
] as const)('%j, %s, is shown as %j', (text, kind, shown) => {
  expect(visibleText(text, kind)).toBe(shown);
});
