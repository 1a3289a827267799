import { WebSocket } from 'ws';
import { ArticleLive } from '@/components/live/article-live';
import type { LiveEvent } from '@/components/live/article-live';
import { LiveLine } from '@/components/live/live-line';
import type { Viewer } from '@/lib/access/viewer';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { lineHeaders } from '@/tests/harness/live-line';
import { eventually } from './an-outbox';

/** A page’s client of the live server, without a page. */
export type LivePage = {
  live: ArticleLive;
  happened: LiveEvent[];
  /** Waits until the page has joined a channel. */
  isIn(channel: string): Promise<void>;
  /** Reads the workspace again and follows it, as a page does when its rights change. */
  refresh(): Promise<void>;
  close(): void;
};

/** Opens a person’s page of an article on a live server, in the channels that their workspace names. */
export async function aLivePage(
  address: string,
  viewer: Viewer,
  articleId: string,
): Promise<LivePage> {
  const headers = await lineHeaders(viewer, address);
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
      this.on('error', () => undefined);
    }
  }
  const url = `${address.replace('http', 'ws')}/live`;
  const line = new LiveLine({
    url,
    firstDelay: 30,
    answerTimeout: 2000,
    beat: 60_000,
    WebSocket: Socket,
  });
  const live = new ArticleLive(articleId, viewer.userId);
  const happened: LiveEvent[] = [];
  live.listen((event) => happened.push(event));
  const refresh = async () => live.follow((await readArticleWorkspace(viewer, articleId)).live);
  await refresh();
  const close = live.open(line);
  return {
    live,
    happened,
    refresh,
    close,
    isIn: (channel) =>
      eventually(() => {
        const last = happened.findLast(
          (event) => event.channel === channel && event.kind !== 'message',
        );
        if (last?.kind !== 'joined')
          throw new Error(`Not in ${channel}: ${JSON.stringify(happened)}`);
      }),
  };
}
