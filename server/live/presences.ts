import type { Viewer } from '@/lib/access/viewer';
import type { Presence, ArticleMessage, PageMessage } from '@/lib/annotation/live-message';
import type { LiveChannel } from '@/lib/live/live-channel';
import type { BusMessage } from './bus';
import type { Subscription } from './subscription-list';

/** How long somebody counts as present without a word, in milliseconds. */
const maxSilence = 40_000;

/** Somebody at an article, and when they were last heard of (milliseconds). */
type Entry = { articleId: string; person: Presence; receivedAt: number };

/** Who is at which article, on all machines, as far as it was told. */
export class PresenceBook {
  private readonly entries = new Map<string, Entry>();

  /** Notes where somebody is; answers the article that they were at before, where that is another. */
  note(articleId: string, person: Presence, now: number): string | null {
    const before = this.entries.get(person.pageId)?.articleId ?? null;
    this.entries.set(person.pageId, { articleId, person, receivedAt: now });
    return before === articleId ? null : before;
  }

  /** Notes that a page was left; answers at which article, null where it was not known. */
  leave(pageId: string): string | null {
    const articleId = this.entries.get(pageId)?.articleId ?? null;
    this.entries.delete(pageId);
    return articleId;
  }

  /** Everybody at an article. */
  at(articleId: string): Presence[] {
    return [...this.entries.values()]
      .filter((entry) => entry.articleId === articleId)
      .map(({ person }) => person);
  }

  /** Forgets those who have been silent for too long; answers who, and where they were. */
  forgetSilent(now: number): { articleId: string; pageId: string }[] {
    const gone = [...this.entries.values()].filter(
      ({ receivedAt }) => now - receivedAt > maxSilence,
    );
    return gone.map(({ articleId, person: { pageId } }) => {
      this.entries.delete(pageId);
      return { articleId, pageId };
    });
  }
}

const sweep = 5_000;

type Send = (channel: LiveChannel, message: ArticleMessage) => void;

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
    private readonly send: Send,
    private readonly publish: (message: BusMessage) => void,
  ) {
    this.timer = setInterval(() => this.forgetSilent(), sweep);
  }

  end(): void {
    clearInterval(this.timer);
    for (const pageId of this.ours.keys()) this.publish({ kind: 'left', pageId });
  }

  /** Tells one who came to the readings who else is there. */
  joined({ channel, connection }: Subscription): void {
    if (channel.kind !== 'layers') return;
    const people = this.book.at(channel.articleId);
    connection.sendStateless(JSON.stringify({ kind: 'people', people }));
  }

  /** A line has left its person’s own room: that page is gone. */
  left({ channel, line }: Subscription): void {
    if (channel.kind !== 'own' || this.ours.get(line.id)?.articleId !== channel.articleId) return;
    this.ours.delete(line.id);
    this.gone(line.id);
    this.publish({ kind: 'left', pageId: line.id });
  }

  /** A page says where its person is. */
  message(pageId: string, { userId, name }: Viewer, articleId: string, message: PageMessage): void {
    const { kind: _, ...whereabouts } = message;
    const person = { pageId, userId, name, ...whereabouts };
    this.ours.set(pageId, { articleId, person });
    this.note(articleId, person);
    this.publish({ kind: 'person', articleId, person });
  }

  /** Another process tells of its people. */
  handleBusMessage(message: Exclude<BusMessage, { kind: 'announced' }>): void {
    if (message.kind === 'person') this.note(message.articleId, message.person);
    else if (message.kind === 'left') this.gone(message.pageId);
    else for (const ours of this.ours.values()) this.publish({ kind: 'person', ...ours });
  }

  private note(articleId: string, person: Presence): void {
    const before = this.book.note(articleId, person, Date.now());
    if (before !== null) this.sendLeft(before, person.pageId);
    this.send({ kind: 'layers', articleId }, { kind: 'person', person });
  }

  private gone(pageId: string): void {
    const articleId = this.book.leave(pageId);
    if (articleId !== null) this.sendLeft(articleId, pageId);
  }

  private forgetSilent(): void {
    for (const { articleId, pageId } of this.book.forgetSilent(Date.now())) {
      this.ours.delete(pageId);
      this.sendLeft(articleId, pageId);
    }
  }

  private sendLeft(articleId: string, pageId: string): void {
    this.send({ kind: 'layers', articleId }, { kind: 'left', pageId });
  }
}
