import { afterEach, beforeEach } from '@jest/globals';
import type { Announcement } from '@/lib/live/announcement';

const line = globalThis as { parallaxAnnounce?: (announcements: readonly Announcement[]) => void };

/** What verbs announce during each test of the file that calls this at its top, in order. */
export function recordAnnouncements(): Announcement[] {
  const announcements: Announcement[] = [];
  beforeEach(() => {
    announcements.length = 0;
    line.parallaxAnnounce = (published) => announcements.push(...published);
  });
  afterEach(() => {
    delete line.parallaxAnnounce;
  });
  return announcements;
}
