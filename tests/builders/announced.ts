import { afterEach, beforeEach } from '@jest/globals';
import type { Announcement } from '@/lib/access/announcement';

const line = globalThis as { parallaxAnnounce?: (announcements: readonly Announcement[]) => void };

/** What verbs announce during each test of the file that calls this at its top, in order. */
export function hearAnnouncements(): Announcement[] {
  const heard: Announcement[] = [];
  beforeEach(() => {
    heard.length = 0;
    line.parallaxAnnounce = (announcements) => heard.push(...announcements);
  });
  afterEach(() => {
    delete line.parallaxAnnounce;
  });
  return heard;
}
