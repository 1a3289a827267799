import type { Announcement } from '@/lib/live/live-channel';
import { afterEach, beforeEach } from '@jest/globals';
import { channelName } from '@/lib/live/live-channel';

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

/** The names of the channels that an action notifies. */
export async function channelsNotified(action: () => Promise<unknown>): Promise<string[]> {
  const channels: string[] = [];
  line.parallaxAnnounce = (announcements) =>
    channels.push(
      ...announcements.map((one) => (one.kind === 'message' ? channelName(one.channel) : 'rights')),
    );
  try {
    await action();
  } finally {
    delete line.parallaxAnnounce;
  }
  return channels.sort();
}
