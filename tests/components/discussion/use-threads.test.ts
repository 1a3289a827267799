import { expect, test } from '@jest/globals';
import { isAboutThreads } from '@/components/discussion/use-threads';
import type { LiveEvent } from '@/components/live/article-live';

const messageEvent = (kind: string): LiveEvent =>
  ({ kind: 'message', channel: 'own', message: { kind } }) as unknown as LiveEvent;

test.each([
  [messageEvent('threads'), true],
  [messageEvent('rights'), true],
  [messageEvent('layer'), true],
  [messageEvent('reread'), true],
  [messageEvent('changes'), false],
  [messageEvent('person'), false],
  [{ kind: 'joined', channel: 'own' }, true],
  [{ kind: 'left', channel: 'own', why: 'connection' }, false],
] as [LiveEvent, boolean][])('%j: reload, %s', (event, isRead) => {
  expect(isAboutThreads(event)).toBe(isRead);
});
