import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  mentionedUsers,
  commentInput,
  maxCommentLength,
  maxMentions,
} from '@/lib/discussion/comment';

test.each([
  ['some words', { body: 'Is this fair?' }, true],
  ['several lines', { body: ' one\n\ttwo ' }, true],
  ['as long as may be', { body: 'x'.repeat(maxCommentLength) }, true],
  ['too long', { body: 'x'.repeat(maxCommentLength + 1) }, false],
  ['nothing', { body: '' }, false],
  ['white space', { body: ' \n\t\u00a0' }, false],
  ['a NUL', { body: 'a\u0000' }, false],
  ['half of a character', { body: '\ud83d' }, false],
  ['a mention', { body: '@Ada', mentions: [v7()] }, true],
  ['a mention that is no id', { body: '@Ada', mentions: ['Ada'] }, false],
  ['too many mentions', { body: 'x', mentions: Array(maxMentions + 1).fill(v7()) }, false],
  ['something else', { body: 'x', author: 'Ada' }, false],
])('a comment of %s', (_, sent, holds) => {
  expect(commentInput.safeParse(sent).success).toBe(holds);
});

test('is stored as it was typed', () => {
  expect(commentInput.parse({ body: ' so\n' })).toEqual({ body: ' so\n', mentions: [] });
});

test('mentions each user once, and not the author', () => {
  expect(mentionedUsers(['b', 'a', 'b', 'me'], 'me')).toEqual(['b', 'a']);
});
