import { expect, test } from '@jest/globals';
import { isAboutThreads } from '@/components/discussion/use-threads';
import type { LiveEvent } from '@/components/live/article-live';

const told = (kind: string): LiveEvent =>
  ({ kind: 'told', room: 'own', message: { kind } }) as unknown as LiveEvent;

test.each([
  [told('threads'), true],
  [told('rights'), true],
  [told('layer'), true],
  [told('reread'), true],
  [told('deeds'), false],
  [told('person'), false],
  [{ kind: 'joined', room: 'own' }, true],
  [{ kind: 'left', room: 'own', why: 'line' }, false],
] as [LiveEvent, boolean][])('%j: read again, %s', (event, isRead) => {
  expect(isAboutThreads(event)).toBe(isRead);
});
