import type { Viewer } from '@/lib/access/viewer';
import type { ArticleMessage, PageMessage, Presence } from '@/lib/annotation/live-message';
import type { LiveChannel } from '@/lib/live/live-channel';
import type { BusMessage } from './bus';
import type { Subscription } from './subscription-list';

/** How long a person counts as present without a message, in milliseconds. */
const maxSilence = 40_000;

/** A person at an article, and the time of the last message, in milliseconds. */
type Entry = { articleId: string; person: Presence; receivedAt: number };

/** Who is at which article, in all processes, by the messages received. */
export class PresenceBook {
  private readonly entries = new Map<string, Entry>();

  /** Notes where a person is; returns the id of the previous article, if it is another, or null. */
  note(articleId: string, person: Presence, now: number): string | null {
    const before = this.entries.get(person.pageId)?.articleId ?? null;
    this.entries.set(person.pageId, { articleId, person, receivedAt: now });
    return before === articleId ? null : before;
  }

  /** Removes a page; returns the id of its article, null if the page is unknown. */
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

  /** Removes pages without a recent message; returns them with their articles. */
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
 * Publishes who is at which article. A page sends its position in the person's own channel; with the
 * person's name it is published in the channel of those who may see it.
 */
export class Presences {
  private readonly book = new PresenceBook();
  /** Pages connected to this process, by page id. */
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

  /** Sends a new subscriber of the layers channel the people who are there. */
  joined({ channel, connection }: Subscription): void {
    if (channel.kind !== 'layers') return;
    const people = this.book.at(channel.articleId);
    connection.sendStateless(JSON.stringify({ kind: 'people', people }));
  }

  /** A connection has left its person's own channel: the page is closed. */
  left({ channel, line }: Subscription): void {
    if (channel.kind !== 'own' || this.ours.get(line.id)?.articleId !== channel.articleId) return;
    this.ours.delete(line.id);
    this.gone(line.id);
    this.publish({ kind: 'left', pageId: line.id });
  }

  /** A message of a page with the position of its person. */
  message(pageId: string, { userId, name }: Viewer, articleId: string, message: PageMessage): void {
    const { kind: _, ...whereabouts } = message;
    const person = { pageId, userId, name, ...whereabouts };
    this.ours.set(pageId, { articleId, person });
    this.note(articleId, person);
    this.publish({ kind: 'person', articleId, person });
  }

  /** A message of another process about its people. */
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
