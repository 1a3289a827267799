import { expect, test } from '@jest/globals';
import { visibleText } from '@/components/article/visible-text';

test.each([
  ['a  b\u00a0\t', 'removed', 'a··b[U+00A0]→'],
  ['so-\r\ncalled', 'removed', 'so-↵called'],
  ['a\nb', 'added', 'a↵\nb'],
  ['\u200b\u00ad\u001c', 'removed', '[U+200B][U+00AD][U+001C]'],
  ['’é😀', 'added', '’é😀'],
] as const)('%j, %s, is shown as %j', (text, kind, shown) => {
  expect(visibleText(text, kind)).toBe(shown);
});
