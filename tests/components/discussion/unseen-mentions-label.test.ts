import { expect, test } from '@jest/globals';
import { unseenMentionsLabel } from '@/components/discussion/unseen-mentions-label';

test.each([
  [0, null],
  [1, { count: '1', name: '1 new mention of you' }],
  [99, { count: '99', name: '99 new mentions of you' }],
  [100, { count: '99+', name: '99+ new mentions of you' }],
])('%d unseen: %j', (unseen, message) => {
  expect(unseenMentionsLabel(unseen)).toEqual(message);
});
