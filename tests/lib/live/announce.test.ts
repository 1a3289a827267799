import { afterEach, expect, test } from '@jest/globals';
import { announce } from '@/lib/live/announce';
import type { Announcement } from '@/lib/live/announcement';

const line = globalThis as { parallaxAnnounce?: (announcements: readonly Announcement[]) => void };

afterEach(() => {
  delete line.parallaxAnnounce;
});

test('nobody listens: nothing happens', () => {
  expect(() => announce({ kind: 'rights', of: { userId: 'one' } })).not.toThrow();
});

test('the live server hears everything that is told together', () => {
  const received: unknown[] = [];
  line.parallaxAnnounce = (announcements) => received.push(announcements);
  const rights: Announcement = { kind: 'rights', of: { projectId: 'one' } };
  announce(rights, rights);
  expect(received).toEqual([[rights, rights]]);
});
