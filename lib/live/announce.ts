import type { TextChannel, Announcement, TextMessage } from './live-channel';

const line = globalThis as { parallaxAnnounce?: (announcements: readonly Announcement[]) => void };

/**
 * Sends announcements to the live servers; to be called after the commit, never before, since a
 * published message cannot be taken back. Does nothing where no live server runs, and never fails
 * the operation: pages that miss a message reload.
 */
export function announce(...announcements: Announcement[]): void {
  line.parallaxAnnounce?.(announcements);
}

/** Publishes a committed change of a shared text on its channel. */
export function announceInText(channel: TextChannel, message: TextMessage): void {
  announce({ kind: 'message', channel, message });
}
