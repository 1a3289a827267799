import type { Guest } from '@/app/_gate/guest';
import type { LiveRoom } from '@/lib/access/live-room';
import { isTextRoom, roomOf } from '@/lib/access/live-room';
import { reaches } from '@/lib/access/viewer';
import { pageMessage } from '@/lib/annotation/live-message';
import type { PageMessage } from '@/lib/annotation/live-message';
import type { LineFault } from './line-faults';
import { lineFaults } from './line-faults';
import { ownAwareness } from './own-awareness';
import { TokenBucket } from './token-bucket';
import type { WireFrame } from './wire-frame';
import { frameKinds, readFrame, syncOf, wordsOf } from './wire-frame';

/** A room that this line is in. `clients` are the numbers under which it speaks in the text there. */
type Stay = { room: LiveRoom; guest: Guest; clients: Set<number> };

/** What becomes of a frame: it goes on (as it is or trimmed), comes to nothing, says something, or ends the line. */
export type Verdict =
  | { pass: Uint8Array }
  | { drop: true }
  | { said: PageMessage; room: Extract<LiveRoom, { kind: 'own' }>; guest: Guest }
  | { fault: LineFault };

/** Bytes of a frame that brings no text. */
const mostBytes = 64 * 1024;

/** Rooms that one line may ask for, and frames that may wait while it is decided who enters. */
const mostRooms = 40;
const mostWaiting = 32;

const dropped: Verdict = { drop: true };

const parsed = (words: string | null): unknown => {
  try {
    return words === null ? null : JSON.parse(words);
  } catch {
    return null;
  }
};

/**
 * Judges every frame of one line before anything else sees it: only what its rooms are for goes on.
 * Hocuspocus itself would pass on broadcasts and awareness in anybody's name, and would keep what it
 * cannot place.
 */
export class LineGuard {
  private readonly stays = new Map<string, Stay>();
  private readonly waiting = new Map<string, number>();
  private readonly pace: TokenBucket;

  constructor(now: number) {
    this.pace = new TokenBucket(60, 400, now);
  }

  /** From now on the line is in this room. */
  enter(name: string, room: LiveRoom, guest: Guest): void {
    this.stays.set(name, { room, guest, clients: new Set() });
  }

  /** The line is no longer in the room. */
  leave(name: string): void {
    this.stays.delete(name);
    this.waiting.delete(name);
  }

  judge(data: Uint8Array, now: number): Verdict {
    if (!this.pace.take(now)) return { fault: lineFaults.tooMany };
    const frame = readFrame(data);
    if (frame === null) return { fault: lineFaults.garbage };
    const room = roomOf(frame.room);
    if (room === null) return { fault: lineFaults.noRoom };
    const stay = this.stays.get(frame.room);
    if (data.byteLength > mostBytes && (stay === undefined || !isTextRoom(room)))
      return { fault: lineFaults.tooLarge };
    return stay === undefined ? this.atDoor(frame, data) : this.inside(stay, frame, data);
  }

  private atDoor(frame: WireFrame, data: Uint8Array): Verdict {
    const count = (this.waiting.get(frame.room) ?? 0) + 1;
    if (count === 1 && frame.kind !== frameKinds.auth) return { fault: lineFaults.unknown };
    this.waiting.set(frame.room, count);
    if (count > mostWaiting || this.waiting.size > mostRooms) return { fault: lineFaults.tooMany };
    // While it is decided who enters, only questions and the news of oneself may wait.
    if (frame.kind === frameKinds.auth)
      return count === 1 ? { pass: data } : { fault: lineFaults.again };
    if (frame.kind === frameKinds.sync)
      return syncOf(frame) === 'question' ? { pass: data } : { fault: lineFaults.unknown };
    return dropped;
  }

  private inside(stay: Stay, frame: WireFrame, data: Uint8Array): Verdict {
    switch (frame.kind) {
      case frameKinds.sync:
        return this.sync(stay, frame, data);
      case frameKinds.awareness: {
        if (!isTextRoom(stay.room)) return dropped;
        const own = ownAwareness(frame, stay.guest.viewer.userId, stay.clients);
        if (own === 'garbage') return { fault: lineFaults.garbage };
        return own === null ? dropped : { pass: own };
      }
      case frameKinds.queryAwareness:
        return isTextRoom(stay.room) ? { pass: data } : dropped;
      case frameKinds.stateless: {
        if (stay.room.kind !== 'own') return { fault: lineFaults.unheard };
        const said = pageMessage.safeParse(parsed(wordsOf(frame)));
        if (!said.success) return { fault: lineFaults.unheard };
        return { said: said.data, room: stay.room, guest: stay.guest };
      }
      case frameKinds.close:
        return { pass: data };
      // Who is in already need not show who they are again.
      case frameKinds.auth:
        return dropped;
      default:
        return { fault: lineFaults.garbage };
    }
  }

  private sync({ room, guest }: Stay, frame: WireFrame, data: Uint8Array): Verdict {
    const brings = syncOf(frame);
    if (brings === 'garbage') return { fault: lineFaults.garbage };
    if (brings !== 'text') return { pass: data };
    if (!isTextRoom(room)) return { fault: lineFaults.noText };
    return reaches(guest.viewer, 'write') ? { pass: data } : { fault: lineFaults.readsOnly };
  }
}
