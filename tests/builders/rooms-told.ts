import type { Announcement } from '@/lib/access/announcement';
import { roomName } from '@/lib/access/live-room';

const line = globalThis as { parallaxAnnounce?: (told: readonly Announcement[]) => void };

/** The names of the rooms that are told of something while the deed is done. */
export async function roomsTold(deed: () => Promise<unknown>): Promise<string[]> {
  const rooms: string[] = [];
  line.parallaxAnnounce = (told) =>
    rooms.push(...told.map((one) => (one.kind === 'message' ? roomName(one.room) : 'rights')));
  try {
    await deed();
  } finally {
    delete line.parallaxAnnounce;
  }
  return rooms.sort();
}
