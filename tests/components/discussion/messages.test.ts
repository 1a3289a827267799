import { expect, test } from '@jest/globals';
import {
  openFirst,
  threadsMessage,
  threadsOn,
  unseenMentionsLabel,
} from '@/components/discussion/messages';
import type { CommentView } from '@/lib/discussion/comment';

const comment = {} as CommentView;
const thread = (id: string, state: 'open' | 'resolved', count: number, annotationId = 'a') => ({
  id,
  state,
  annotationId,
  comments: Array<CommentView>(count).fill(comment),
});

test.each([
  [[], 'No discussion'],
  [[thread('1', 'open', 1)], '1 comment, 1 open'],
  [[thread('1', 'open', 2), thread('2', 'resolved', 3)], '5 comments, 1 open'],
  [[thread('2', 'resolved', 1200)], '1,200 comments, resolved'],
])('%#', (threads, message) => {
  expect(threadsMessage(threads)).toBe(message);
});

test('threads are found by their annotation, and open ones come first', () => {
  const [one, two, three] = [
    thread('1', 'resolved', 1),
    thread('2', 'open', 1, 'b'),
    thread('3', 'open', 1),
  ];
  expect(threadsOn([one, two, three], 'a')).toEqual([one, three]);
  expect(threadsOn([one, { ...two, annotationId: null }], null)).toHaveLength(1);
  expect(openFirst([one, two, three])).toEqual([two, three, one]);
});

test.each([
  [0, null],
  [1, { count: '1', name: '1 new mention of you' }],
  [99, { count: '99', name: '99 new mentions of you' }],
  [100, { count: '99+', name: '99+ new mentions of you' }],
])('%d unseen: %j', (unseen, message) => {
  expect(unseenMentionsLabel(unseen)).toEqual(message);
});
