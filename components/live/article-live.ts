import { useEffect, useMemo } from 'react';
import { channelName } from '@/lib/live/live-channel';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { ArticleMessage, PageMessage } from '@/lib/annotation/live-message';
import type { LiveLine, Subscription } from './live-line';
import type { Leaving } from './channel-subscription';

/** The channels of an article: the viewer's own, and those that are open to them. */
type ArticleChannel = 'own' | 'layers' | 'consensus';

/** An event in a channel of an article. */
export type LiveEvent =
  /** Joined, at first or again; earlier messages may have been missed. */
  | { kind: 'joined'; channel: ArticleChannel }
  | { kind: 'left'; channel: ArticleChannel; why: Leaving }
  | { kind: 'message'; channel: ArticleChannel; message: ArticleMessage };

/** Parses a message. Kinds of a later server version that this page does not know are passed on and ignored. */
function messageIn(payload: string): ArticleMessage | null {
  const parsed: unknown = JSON.parse(payload);
  return typeof parsed === 'object' && parsed !== null && 'kind' in parsed
    ? (parsed as ArticleMessage)
    : null;
}

/** The live connection of one page at one article: joins the channels that are open and emits their events. */
export class ArticleLive {
  private line: LiveLine | null = null;
  private channels: ArticleWorkspace['live'] = { layers: false, consensus: false };
  private readonly subscriptions = new Map<ArticleChannel, Subscription>();
  private readonly listeners = new Set<(event: LiveEvent) => void>();

  constructor(
    readonly articleId: string,
    readonly userId: string,
  ) {}

  /** Subscribes to events; returns how to unsubscribe. */
  listen(listener: (event: LiveEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Joins the channels on a connection; returns how to leave them. */
  open(line: LiveLine): () => void {
    this.line = line;
    this.subscribe();
    return () => {
      this.line = null;
      for (const channel of this.subscriptions.keys()) this.leave(channel);
    };
  }

  /** Sets which channels are open, by the newest workspace; a denied channel is tried again. */
  follow(channels: ArticleWorkspace['live']): void {
    this.channels = channels;
    this.subscribe();
  }

  /** Sends the viewer's position; false where the channel is not joined. */
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

  /** Leaves a denied channel, so that the next workspace that opens it joins again. */
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

/** Calls back when the page is idle; returns how to cancel. */
function whenIdle(callback: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(callback, 200);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(callback, { timeout: 2000 });
  return () => cancelIdleCallback(idle);
}

/**
 * The live channels of the article, which follow the workspace. The connection's code is loaded and
 * the connection opened once the page is painted and idle.
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
        // The code failed to load; the page works without it, and the next page tries again.
        () => undefined,
      );
    });
    return () => {
      isOver = true;
      callOff();
      close?.();
    };
  }, [live]);
  // On each new workspace, even with the same channels: the server may have denied one meanwhile.
  useEffect(() => live.follow(workspace.live), [live, workspace]);
  return live;
}
