import type { Connection } from '@hocuspocus/server';
import type { Guest } from '@/app/_gate/guest';
import type { Concerned } from '@/lib/access/announcement';
import { credentialKey } from '@/lib/access/credential';
import type { LiveRoom, TextRoom } from '@/lib/access/live-room';
import { isTextRoom } from '@/lib/access/live-room';
import { stillKnown } from '@/lib/access/still-known';
import { admitToRooms } from '@/lib/annotation/admit-to-rooms';
import type { ArticleRoom } from '@/lib/annotation/article-room';
import { Refusal } from '@/lib/refusal';
import type { Line } from './line';
import { lineFaults } from './line-faults';
import { textRooms } from './text-rooms';

/** Somebody in a room, by one line. */
export type Stay = {
  line: Line;
  connection: Connection;
  guest: Guest;
  room: LiveRoom;
  projectId: string;
  /** Their rights over the article when last looked at; empty in rooms with a text. */
  mark: string;
};

const isArticleStay = (stay: Stay): stay is Stay & { room: ArticleRoom } => !isTextRoom(stay.room);
const isTextStay = (stay: Stay): stay is Stay & { room: TextRoom } => isTextRoom(stay.room);

function isConcerned(stay: Stay, { userId, projectId, articleId }: Concerned): boolean {
  return (
    (userId === undefined || stay.guest.viewer.userId === userId) &&
    (projectId === undefined || stay.projectId === projectId) &&
    (articleId === undefined || ('articleId' in stay.room && stay.room.articleId === articleId))
  );
}

async function mayStay({ guest, room }: Stay & { room: TextRoom }): Promise<boolean> {
  try {
    await textRooms.enter(guest.viewer, room);
    return true;
  } catch (thrown) {
    if (thrown instanceof Refusal) return false;
    throw thrown;
  }
}

/** Who is in which room of this process, and whether they still may be. */
export class GuestList {
  private readonly stays = new Set<Stay>();

  /** `onRights` is called for everybody whose rights over an article are not what they were. */
  constructor(private readonly onRights: (stay: Stay) => void) {}

  add(stay: Stay): void {
    this.stays.add(stay);
    stay.line.stays(1);
  }

  /** Takes a stay off the list; answers it, null where there was none. */
  remove(line: Line, name: string): Stay | null {
    for (const stay of this.stays) {
      if (stay.line !== line || stay.connection.document.name !== name) continue;
      this.stays.delete(stay);
      line.stays(-1);
      return stay;
    }
    return null;
  }

  /** How many people’s lines are in rooms, and in how many. */
  get figures(): { lines: number; stays: number } {
    return { lines: new Set([...this.stays].map(({ line }) => line)).size, stays: this.stays.size };
  }

  /** Looks again at everybody concerned, or at all; who may not be where they are is let go, and told why. */
  async review(concerned: readonly Concerned[] | 'all'): Promise<void> {
    const stays = [...this.stays].filter(
      (stay) => concerned === 'all' || concerned.some((of) => isConcerned(stay, of)),
    );
    if (stays.length === 0) return;
    const known = await stillKnown(stays.map(({ guest }) => guest.credential));
    const isKnown = ({ guest }: Stay) => known.has(credentialKey(guest.credential));
    for (const { line } of stays.filter((stay) => !isKnown(stay))) line.end(lineFaults.ended);
    await this.reviewArticles(stays.filter(isKnown).filter(isArticleStay));
    for (const stay of stays.filter(isKnown).filter(isTextStay))
      if (!(await mayStay(stay))) stay.connection.close(lineFaults.forbidden);
  }

  private async reviewArticles(stays: (Stay & { room: ArticleRoom })[]): Promise<void> {
    const atDoors = stays.map(({ guest, room }) => ({ userId: guest.viewer.userId, room }));
    const admissions = await admitToRooms(atDoors);
    // First who has to go, so that nobody hears of rights what they may not hear.
    for (const [at, stay] of stays.entries())
      if (admissions[at]?.admitted !== true) stay.connection.close(lineFaults.forbidden);
    for (const [at, stay] of stays.entries()) {
      const { admitted = false, mark = '' } = admissions[at] ?? {};
      if (!admitted || mark === stay.mark) continue;
      stay.mark = mark;
      this.onRights(stay);
    }
  }
}
