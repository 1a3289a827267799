import type { LiveRoom } from '@/lib/access/live-room';
import type { Viewer } from '@/lib/access/viewer';
import type { ArticleMessage, PageMessage, Presence } from '@/lib/annotation/live-message';
import type { BusMessage } from './bus';
import type { Stay } from './guest-list';
import { PresenceBook } from './presence-book';

const sweep = 5_000;

type Say = (room: LiveRoom, message: ArticleMessage) => void;

/**
 * Who is where. A page says in its person’s own room where they are; here their name is put to it,
 * and it is told in the room of those who may know.
 */
export class Presences {
  private readonly book = new PresenceBook();
  /** Pages whose lines are in this process, by the article that they speak of. */
  private readonly ours = new Map<string, { articleId: string; person: Presence }>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly say: Say,
    private readonly tell: (message: BusMessage) => void,
  ) {
    this.timer = setInterval(() => this.forgetSilent(), sweep);
  }

  end(): void {
    clearInterval(this.timer);
    for (const pageId of this.ours.keys()) this.tell({ kind: 'left', pageId });
  }

  /** Tells one who came to the readings who else is there. */
  came({ room, connection }: Stay): void {
    if (room.kind !== 'readings') return;
    const people = this.book.at(room.articleId);
    connection.sendStateless(JSON.stringify({ kind: 'people', people }));
  }

  /** A line has left its person’s own room: that page is gone. */
  left({ room, line }: Stay): void {
    if (room.kind !== 'own' || this.ours.get(line.id)?.articleId !== room.articleId) return;
    this.ours.delete(line.id);
    this.gone(line.id);
    this.tell({ kind: 'left', pageId: line.id });
  }

  /** A page says where its person is. */
  said(pageId: string, { userId, name }: Viewer, articleId: string, said: PageMessage): void {
    const { kind: _, ...whereabouts } = said;
    const person = { pageId, userId, name, ...whereabouts };
    this.ours.set(pageId, { articleId, person });
    this.note(articleId, person);
    this.tell({ kind: 'person', articleId, person });
  }

  /** Another process tells of its people. */
  heard(message: Exclude<BusMessage, { kind: 'announced' }>): void {
    if (message.kind === 'person') this.note(message.articleId, message.person);
    else if (message.kind === 'left') this.gone(message.pageId);
    else for (const ours of this.ours.values()) this.tell({ kind: 'person', ...ours });
  }

  private note(articleId: string, person: Presence): void {
    const before = this.book.note(articleId, person, Date.now());
    if (before !== null) this.sayLeft(before, person.pageId);
    this.say({ kind: 'readings', articleId }, { kind: 'person', person });
  }

  private gone(pageId: string): void {
    const articleId = this.book.leave(pageId);
    if (articleId !== null) this.sayLeft(articleId, pageId);
  }

  private forgetSilent(): void {
    for (const { articleId, pageId } of this.book.forgetSilent(Date.now())) {
      this.ours.delete(pageId);
      this.sayLeft(articleId, pageId);
    }
  }

  private sayLeft(articleId: string, pageId: string): void {
    this.say({ kind: 'readings', articleId }, { kind: 'left', pageId });
  }
}
