import { WebSocket } from 'ws';
import { ArticleLive } from '@/components/live/article-live';
import type { LiveEvent } from '@/components/live/article-live';
import { LiveLine } from '@/components/live/live-line';
import type { Viewer } from '@/lib/access/viewer';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { lineHeaders } from '@/tests/harness/live-line';
import { eventually } from './an-outbox';

/** What a page has of the live server, without a page. */
export type LivePage = {
  live: ArticleLive;
  happened: LiveEvent[];
  /** Waits until one is in a room. */
  isIn(room: string): Promise<void>;
  /** Reads the desk again and follows it, as a page does that hears of its rights. */
  refresh(): Promise<void>;
  close(): void;
};

/** Opens somebody's page at an article on a live server, in the rooms that their desk names. */
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
    isIn: (room) =>
      eventually(() => {
        const last = happened.findLast(
          (event) => event.channel === room && event.kind !== 'message',
        );
        if (last?.kind !== 'joined') throw new Error(`Not in ${room}: ${JSON.stringify(happened)}`);
      }),
  };
}
