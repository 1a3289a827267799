import { useEffect, useMemo } from 'react';
import { channelName } from '@/lib/live/live-channel';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { ArticleMessage, PageMessage } from '@/lib/annotation/live-message';
import type { LiveLine, Subscription } from './live-line';
import type { Leaving } from './channel-subscription';

/** The rooms of an article: one's own, and what is open to one beside it. */
export type ArticleChannel = 'own' | 'layers' | 'consensus';

/** What happens in the rooms of an article. */
export type LiveEvent =
  /** One is in, at first or again: what was told before that is not known. */
  | { kind: 'joined'; channel: ArticleChannel }
  | { kind: 'left'; channel: ArticleChannel; why: Leaving }
  | { kind: 'message'; channel: ArticleChannel; message: ArticleMessage };

/** What a server of a later version may say that this page does not know is nothing to it. */
function messageIn(payload: string): ArticleMessage | null {
  const parsed: unknown = JSON.parse(payload);
  return typeof parsed === 'object' && parsed !== null && 'kind' in parsed
    ? (parsed as ArticleMessage)
    : null;
}

/** One person's page at one article, on the live line: it joins what is open to it, and passes on what is told there. */
export class ArticleLive {
  private line: LiveLine | null = null;
  private channels: ArticleWorkspace['live'] = { layers: false, consensus: false };
  private readonly subscriptions = new Map<ArticleChannel, Subscription>();
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
    this.subscribe();
    return () => {
      this.line = null;
      for (const channel of this.subscriptions.keys()) this.leave(channel);
    };
  }

  /** Which rooms are open, as the desk last said. One that was refused is asked for again. */
  follow(channels: ArticleWorkspace['live']): void {
    this.channels = channels;
    this.subscribe();
  }

  /** Tells the server where one is; false where it cannot be told now. */
  send(here: PageMessage): boolean {
    return this.subscriptions.get('own')?.send(JSON.stringify(here)) ?? false;
  }

  private subscribe(): void {
    const { line } = this;
    if (line === null) return;
    const isOpen = { own: true, ...this.channels };
    for (const channel of ['own', 'layers', 'consensus'] as const) {
      if (!isOpen[channel]) this.leave(channel);
      else if (!this.subscriptions.has(channel))
        this.subscriptions.set(channel, this.join(line, channel));
    }
  }

  private join(line: LiveLine, channel: ArticleChannel): Subscription {
    const { articleId, userId } = this;
    const name = channelName(
      channel === 'own' ? { kind: channel, articleId, userId } : { kind: channel, articleId },
    );
    const subscription = line.join(name, {
      joined: () => this.emit({ kind: 'joined', channel }),
      received: (payload) => {
        const message = messageIn(payload);
        if (message !== null) this.emit({ kind: 'message', channel, message });
      },
      left: (why) => {
        if (why === 'denied') this.forget(channel, subscription);
        this.emit({ kind: 'left', channel, why });
      },
    });
    return subscription;
  }

  /** A room that was refused is left at once, so that the next desk which opens it asks anew. */
  private forget(channel: ArticleChannel, subscription: Subscription): void {
    if (this.subscriptions.get(channel) === subscription) this.leave(channel);
  }

  private leave(channel: ArticleChannel): void {
    const subscription = this.subscriptions.get(channel);
    this.subscriptions.delete(channel);
    subscription?.leave();
  }

  private emit(event: LiveEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

/** Calls once the page has come to rest; answers how to call it off. */
function whenIdle(callback: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(callback, 200);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(callback, { timeout: 2000 });
  return () => cancelIdleCallback(idle);
}

/**
 * The live rooms of the article on the desk, which follow what each new desk opens. The line is
 * loaded and opened when the page has been painted and is idle.
 */
export function useArticleLive(
  workspace: Pick<ArticleWorkspace, 'article' | 'author' | 'live'>,
): ArticleLive {
  const { article, author } = workspace;
  const live = useMemo(() => new ArticleLive(article.id, author.id), [article.id, author.id]);
  useEffect(() => {
    let isOver = false;
    let close: (() => void) | undefined;
    const callOff = whenIdle(() => {
      import('./live-line').then(
        ({ tabLine }) => {
          if (!isOver) close = live.open(tabLine());
        },
        // The line's code did not come; the page works without, and the next one tries again.
        () => undefined,
      );
    });
    return () => {
      isOver = true;
      callOff();
      close?.();
    };
  }, [live]);
  // Each desk anew, also one that opens the same rooms: the server may have refused one meanwhile.
  useEffect(() => live.follow(workspace.live), [live, workspace]);
  return live;
}
