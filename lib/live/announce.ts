import type { TextChannel, Announcement, TextMessage } from './live-channel';

const line = globalThis as { parallaxAnnounce?: (announcements: readonly Announcement[]) => void };

/**
 * Tells the live servers, once a deed is committed; never before, since what is told cannot be
 * taken back. Nothing happens where no live server runs, and a failure to tell never fails the deed:
 * those who miss it read again.
 */
export function announce(...announcements: Announcement[]): void {
  line.parallaxAnnounce?.(announcements);
}

/** Tells those who are at a shared text what was committed. */
export function announceInText(channel: TextChannel, message: TextMessage): void {
  announce({ kind: 'message', channel, message });
}
