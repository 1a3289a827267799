import { roomName } from '@/lib/access/live-room';
import type { Desk } from '@/lib/annotation/desk';
import type { ArticleMessage, PageMessage } from '@/lib/annotation/live-message';
import type { LiveLine, Seat } from './live-line';
import type { Leaving } from './room-seat';

/** The rooms of an article: one's own, and what is open to one beside it. */
export type ArticleRoom = 'own' | 'readings' | 'consensus';

/** What happens in the rooms of an article. */
export type LiveEvent =
  /** One is in, at first or again: what was told before that is not known. */
  | { kind: 'joined'; room: ArticleRoom }
  | { kind: 'left'; room: ArticleRoom; why: Leaving }
  | { kind: 'told'; room: ArticleRoom; message: ArticleMessage };

/** What a server of a later version may say that this page does not know is nothing to it. */
function messageIn(payload: string): ArticleMessage | null {
  const said: unknown = JSON.parse(payload);
  return typeof said === 'object' && said !== null && 'kind' in said
    ? (said as ArticleMessage)
    : null;
}

/** One person's page at one article, on the live line: it joins what is open to it, and passes on what is told there. */
export class ArticleLive {
  private line: LiveLine | null = null;
  private rooms: Desk['live'] = { readings: false, consensus: false };
  private readonly seats = new Map<ArticleRoom, Seat>();
  private readonly listeners = new Set<(event: LiveEvent) => void>();

  constructor(
    readonly articleId: string,
    readonly userId: string,
  ) {}

  /** Answers how to hear no more. */
  listen(listener: (event: LiveEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Begins, once there is a line; answers how to end. */
  open(line: LiveLine): () => void {
    this.line = line;
    this.seat();
    return () => {
      this.line = null;
      for (const room of this.seats.keys()) this.leave(room);
    };
  }

  /** Which rooms are open, as the desk last said. One that was refused is asked for again. */
  follow(rooms: Desk['live']): void {
    this.rooms = rooms;
    this.seat();
  }

  /** Tells the server where one is; false where it cannot be told now. */
  say(here: PageMessage): boolean {
    return this.seats.get('own')?.say(JSON.stringify(here)) ?? false;
  }

  private seat(): void {
    const { line } = this;
    if (line === null) return;
    const isOpen = { own: true, ...this.rooms };
    for (const room of ['own', 'readings', 'consensus'] as const) {
      if (!isOpen[room]) this.leave(room);
      else if (!this.seats.has(room)) this.seats.set(room, this.join(line, room));
    }
  }

  private join(line: LiveLine, room: ArticleRoom): Seat {
    const { articleId, userId } = this;
    const name = roomName(
      room === 'own' ? { kind: room, articleId, userId } : { kind: room, articleId },
    );
    const seat = line.join(name, {
      joined: () => this.tell({ kind: 'joined', room }),
      heard: (payload) => {
        const message = messageIn(payload);
        if (message !== null) this.tell({ kind: 'told', room, message });
      },
      left: (why) => {
        if (why === 'denied') this.forget(room, seat);
        this.tell({ kind: 'left', room, why });
      },
    });
    return seat;
  }

  /** A room that was refused is left at once, so that the next desk which opens it asks anew. */
  private forget(room: ArticleRoom, seat: Seat): void {
    if (this.seats.get(room) === seat) this.leave(room);
  }

  private leave(room: ArticleRoom): void {
    const seat = this.seats.get(room);
    this.seats.delete(room);
    seat?.leave();
  }

  private tell(event: LiveEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
