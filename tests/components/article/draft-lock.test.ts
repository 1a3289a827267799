import { expect, test } from '@jest/globals';
import { leftOut } from '@/components/article/draft-lock';

test.each([
  ['nothing where all is in', 'One.\nTwo.', 'One.\nTwo.', ''],
  ['nothing where something was only taken out', 'One two.', 'One.', ''],
  ['nothing of mere space', 'One.', 'One. \n\n', ''],
  ['a word, with the words around it', 'The street.', 'The old street.', 'The old street.'],
  ['a paragraph', 'One.\nTwo.', 'One.\nNew 👨‍👩‍👧‍👦 שלום.\nTwo.', 'New 👨‍👩‍👧‍👦 שלום.\nTwo.'],
  ['all of it where nothing is in', '', 'Mine.', 'Mine.'],
])('gives back %s', (_, locked, mine, lost) => {
  expect(leftOut(locked, mine)).toBe(lost);
});
