import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import type { Call } from '@/components/annotate/outbox/send-deed';
import { readLayer } from '@/components/annotate/outbox/read-layer';
import { roomName } from '@/lib/access/live-room';
import type { ArticleMessage, DeedsMessage } from '@/lib/annotation/live-message';
import { callAs } from './drill-call';
import type { Seen } from './evidence';
import type { DrillPerson } from './ground';
import { LayerWatch } from './layer-watch';

/** Where the live server is, and how long one rests before trying again, in milliseconds. */
export type WatchedLine = { address: string; firstRest: number };

/** A page whose reader watches colleagues at work on one article, over a live socket on the drill's line. */
export class ColleagueWatch {
  private readonly layers = new Map<string, LayerWatch>();
  private readonly reading = new Set<string>();
  private readonly call: Call;
  private provider: HocuspocusProvider | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;
  /** How often one came in, and how often something was told. */
  readonly count = { joined: 0, told: 0 };

  constructor(
    readonly person: DrillPerson,
    readonly articleId: string,
    private readonly line: WatchedLine,
  ) {
    this.call = callAs(person, line.address);
    this.open();
  }

  /** What is seen of a layer now. */
  seen(layerId: string): Seen[] {
    return this.layers.get(layerId)?.seen() ?? [];
  }

  close(): void {
    this.isOver = true;
    this.hangUp();
  }

  /** Comes with a new socket each time: the server remembers what it has denied on one. */
  private open(): void {
    const { address, firstRest } = this.line;
    const headers = { cookie: this.person.cookie, origin: address };
    class Socket extends WebSocket {
      constructor(url: string) {
        super(url, { headers });
        this.on('error', () => undefined);
      }
    }
    const socket = new HocuspocusProviderWebsocket({
      url: `${address.replace('http', 'ws')}/live`,
      autoConnect: false,
      maxAttempts: 1,
      messageReconnectTimeout: 30 * firstRest,
      WebSocketPolyfill: Socket,
      onClose: () => this.again(provider),
    });
    const provider: HocuspocusProvider = new HocuspocusProvider({
      name: roomName({ kind: 'readings', articleId: this.articleId }),
      websocketProvider: socket,
      token: 'session',
      awareness: null,
      onAuthenticated: () => this.joined(),
      onAuthenticationFailed: () => this.again(provider),
      onStateless: ({ payload }) => this.hear(JSON.parse(payload) as ArticleMessage),
      onClose: () => this.again(provider),
    });
    this.provider = provider;
    provider.attach();
    // That it failed is told by its close.
    socket.connect().catch(() => undefined);
  }

  private hangUp(): void {
    clearTimeout(this.retry);
    const { provider } = this;
    this.provider = null;
    provider?.destroy();
    provider?.configuration.websocketProvider.destroy();
  }

  private again(provider: HocuspocusProvider): void {
    if (this.isOver || this.provider !== provider) return;
    this.hangUp();
    this.retry = setTimeout(() => this.open(), this.line.firstRest * (0.5 + Math.random()));
  }

  private joined(): void {
    this.count.joined++;
    void this.relist();
  }

  private hear(message: ArticleMessage): void {
    this.count.told++;
    if (message.kind === 'deeds') this.hearDeeds(message);
    else if (message.kind === 'layer') this.watch(message.layer.layerId);
    else if (message.kind === 'reread') void this.relist();
  }

  private hearDeeds(message: DeedsMessage): void {
    const known = this.layers.get(message.layerId);
    if (known === undefined) this.watch(message.layerId);
    else if (!known.hear(message)) void this.read(message.layerId, known);
  }

  private watch(layerId: string): void {
    if (this.layers.has(layerId)) return;
    const layer = new LayerWatch();
    this.layers.set(layerId, layer);
    void this.read(layerId, layer);
  }

  /** Reads which layers there are, however often that has to be tried, and all of them anew. */
  private async relist(): Promise<void> {
    const path = `/api/v1/articles/${this.articleId}/layers`;
    const listed = await this.patiently('list', () =>
      this.call<{ items: { id: string }[] }>('GET', path).catch(() => null),
    );
    for (const { id } of listed?.items ?? []) {
      const known = this.layers.get(id);
      if (known === undefined) this.watch(id);
      else void this.read(id, known);
    }
  }

  private async read(layerId: string, layer: LayerWatch): Promise<void> {
    const annotations = await this.patiently(layerId, async () => {
      layer.ask();
      const read = await readLayer(this.call, this.person.userId, layerId).catch(() => null);
      return read?.kind === 'done' ? read.answer.annotations : null;
    });
    if (annotations !== null) layer.receive(annotations);
  }

  /** Tries until there is an answer; null where the same is tried already, which is asked to begin anew. */
  private async patiently<Answer>(
    name: string,
    ask: () => Promise<Answer | null>,
  ): Promise<Answer | null> {
    const again = `${name} again`;
    if (this.reading.has(name)) {
      this.reading.add(again);
      return null;
    }
    this.reading.add(name);
    let answer: Answer | null = null;
    while (!this.isOver && (answer === null || this.reading.delete(again))) {
      answer = await ask();
      if (answer === null) await new Promise((resolve) => setTimeout(resolve, this.line.firstRest));
    }
    this.reading.delete(name);
    return answer;
  }
}
