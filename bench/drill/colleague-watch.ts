import type { Call } from '@/components/outbox/requests';
import type { Listing } from '@/lib/page';
import { callAs } from './drill-project';
import type { Seen } from './verdict';
import { WebSocket } from 'ws';
import { ArticleLive } from '@/components/live/article-live';
import { ColleagueLayers } from '@/components/live/colleague-layers';
import { LiveLine } from '@/components/live/live-line';
import { Slots } from '@/components/live/person-look';
import { Blocks } from '@/components/live/span-index';
import type { Annotation } from '@/lib/annotation/annotation';
import type { VisibleLayer } from '@/lib/annotation/article-workspace';
import { visibleLayerOf } from '@/lib/annotation/article-workspace';
import type { LayerView } from '@/lib/annotation/layer';
import type { DrillArticle, DrillPerson } from './drill-project';

/** The address of the live server, and the first delay before a reconnection, in milliseconds. */
type WatchedLine = { address: string; firstDelay: number };

async function readAnnotations(call: Call, layerId: string, signal: AbortSignal) {
  const path = `/api/v1/layers/${layerId}/annotations?offsetUnit=utf-16&limit=1000`;
  const page = await call<Listing<Annotation>>('GET', path, undefined, { signal });
  if (page.nextCursor !== null) throw new Error('A layer of the drill has more than a page.');
  return page.items;
}

async function readLayers(
  call: Call,
  articleId: string,
  signal: AbortSignal,
): Promise<VisibleLayer[]> {
  const path = `/api/v1/articles/${articleId}/layers`;
  const { items } = await call<Listing<LayerView>>('GET', path, undefined, { signal });
  return items.map(visibleLayerOf);
}

/** A tab’s live line from a person’s browser. */
function lineOf(
  { cookie }: DrillPerson,
  { address, firstDelay: firstRest }: WatchedLine,
): LiveLine {
  class Socket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie, origin: address } });
      this.on('error', () => undefined);
    }
  }
  return new LiveLine({
    url: `${address.replace('http', 'ws')}/live`,
    firstDelay: firstRest,
    answerTimeout: 6 * firstRest,
    beat: 20 * firstRest,
    WebSocket: Socket,
  });
}

/** A page that watches colleagues at work on one article, with the code of the product’s page. */
export class ColleagueWatch {
  readonly articleId: string;
  /** The number of joins, and of messages received. */
  readonly count = { joined: 0, message: 0 };
  private readonly layers: ColleagueLayers;
  private readonly leave: () => void;

  constructor(
    readonly person: DrillPerson,
    { view, text }: DrillArticle,
    line: WatchedLine,
  ) {
    const { userId } = person;
    const call = callAs(person, line.address);
    this.articleId = view.id;
    this.layers = new ColleagueLayers({
      userId,
      blocks: new Blocks([{ start: 0, end: text.length }]),
      slots: new Slots(),
      read: (layerId, signal) => readAnnotations(call, layerId, signal),
      list: (signal) => readLayers(call, view.id, signal),
      isGone: () => false,
      isWanted: () => true,
    });
    const live = new ArticleLive(view.id, userId);
    live.listen((event) => {
      if (event.channel === 'layers' && event.kind !== 'left') this.count[event.kind]++;
      this.layers.handleEvent(event);
    });
    live.follow({ layers: true, consensus: false });
    this.leave = live.open(lineOf(person, line));
  }

  /** What is shown of a layer now; null for one’s own layer. */
  seen({ layerId, authorId }: { layerId: string; authorId: string }): Seen[] | null {
    if (authorId === this.person.userId) return null;
    return [...this.layers.in(0)].flatMap(({ layer, annotation }) =>
      layer.layerId === layerId ? [annotation] : [],
    );
  }

  close(): void {
    this.leave();
    this.layers.clear();
  }
}
