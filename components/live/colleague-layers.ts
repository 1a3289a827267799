import type { Annotation } from '@/lib/annotation/annotation';
import type { VisibleLayer } from '@/lib/annotation/article-workspace';
import type { ArticleMessage } from '@/lib/annotation/live-message';
import type { LiveEvent } from './article-live';
import type { LayerProgress } from './layer-on-page';
import { LayerOnPage, Retry } from './layer-on-page';
import type { Slots } from './person-look';
import type { Blocks } from './span-index';

/** A colleague's layer as the list of layers shows it. */
export type ShownLayer = VisibleLayer & {
  /** The slot of its author's look; see `lookOf`. */
  slot: number;
  isShown: boolean;
  progress: LayerProgress;
  count: number;
};

/** An annotation of a colleague with its layer. */
export type Here = { layer: ShownLayer; annotation: Annotation };

/** The options of `ColleagueLayers`. */
export type ColleagueLayersOptions = {
  /** The viewer, whose own layer is left out. */
  userId: string;
  blocks: Blocks;
  slots: Slots;
  read(layerId: string, signal: AbortSignal): Promise<readonly Annotation[]>;
  /** Fetches the layers that are open to the viewer now. */
  list(signal: AbortSignal): Promise<readonly VisibleLayer[]>;
  /** Whether an error means that the layer is no longer open to the viewer. */
  isGone(thrown: unknown): boolean;
  /** Whether the viewer has this author's layer switched on. */
  isWanted(key: string): boolean;
};

type Known = { layer: VisibleLayer; page: LayerOnPage };

/** The key of a layer's author: the user id, or kind and name for a layer without a user. */
export const authorKey = ({ authorId, kind, author }: VisibleLayer) =>
  authorId ?? `${kind} ${author}`;

/** The colleagues' layers that are open to the viewer, kept current by live messages. */
export class ColleagueLayers {
  private readonly layers = new Map<string, Known>();
  private readonly own = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private listRequest: AbortController | null = null;
  /** Layers from live messages since the list was requested; they are newer than the list. */
  private readonly newerLayers = new Map<string, VisibleLayer>();
  private readonly again = new Retry(() => void this.relist());
  private hasBegun = false;
  private shown: readonly ShownLayer[] = [];

  constructor(private readonly options: ColleagueLayersOptions) {}

  /** All layers, by author name; a new array when something changed. */
  list = (): readonly ShownLayer[] => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Sets the layers that are open. */
  set(layers: readonly VisibleLayer[]): void {
    const open = new Set(layers.map(({ layerId }) => layerId));
    for (const [layerId, known] of this.layers) if (!open.has(layerId)) this.remove(layerId, known);
    for (const layer of layers) this.take(layer);
    this.changed();
  }

  /** Starts to fetch the layers that are switched on. */
  begin(): void {
    this.hasBegun = true;
    this.look();
  }

  /** Updates which layers are switched on. */
  look(): void {
    for (const known of this.layers.values()) {
      const isWanted = this.options.isWanted(authorKey(known.layer));
      if (!isWanted) known.page.forget();
      else if (this.hasBegun && known.page.progress === 'unread') void known.page.read();
    }
    this.changed();
  }

  handleEvent(event: LiveEvent): void {
    if (event.channel === 'own') return;
    if (event.kind === 'joined') this.readAgain();
    else if (event.kind === 'message') this.applyMessage(event.message);
    // A channel that the page itself left was closed by a new workspace, which says what is open.
    else if (event.why !== 'connection' && event.why !== 'self') this.clear();
  }

  /** Colleagues' annotations in a block, of the layers that are shown. */
  *in(block: number): Iterable<Here> {
    for (const layer of this.shown)
      for (const annotation of this.layers.get(layer.layerId)?.page.spans.in(block) ?? [])
        yield { layer, annotation };
  }

  /** Colleagues' annotations at a position; the end of a span still belongs to it. */
  at(position: number): Here[] {
    const covers = ({ annotation: { segments } }: Here) =>
      segments.some(({ start, end }) => start <= position && position <= end);
    return [...this.in(this.options.blocks.at(position))].filter(covers);
  }

  /** Drops all layers: none is open any more. */
  clear(): void {
    this.listRequest?.abort();
    this.again.stop();
    this.set([]);
  }

  /** Stops all retries and refetches, when the page is left. */
  pause(): void {
    this.again.stop();
    for (const { page } of this.layers.values()) page.pause();
  }

  private applyMessage(message: ArticleMessage): void {
    if (message.kind === 'layer') {
      this.newerLayers.set(message.layer.layerId, message.layer);
      this.take(message.layer);
      this.changed();
    } else if (message.kind === 'changes') {
      const known = this.layers.get(message.layerId);
      if (known !== undefined) known.page.applyChanges(message);
      else if (!this.own.has(message.layerId)) void this.relist();
    } else if (message.kind === 'reread') this.readAgain();
  }

  private readAgain(): void {
    this.hasBegun = true;
    for (const known of this.layers.values())
      if (this.options.isWanted(authorKey(known.layer))) void known.page.read();
    void this.relist();
  }

  /** Fetches the list of layers, with retries; the known layers stay meanwhile. */
  private async relist(): Promise<void> {
    this.listRequest?.abort();
    const listRequest = new AbortController();
    this.listRequest = listRequest;
    this.again.started();
    this.newerLayers.clear();
    const layers = await this.options.list(listRequest.signal).catch(() => null);
    if (listRequest.signal.aborted) return;
    if (layers === null) return this.again.failed();
    this.again.stop();
    const older = layers.filter(({ layerId }) => !this.newerLayers.has(layerId));
    this.set([...older, ...this.newerLayers.values()]);
  }

  private take(layer: VisibleLayer): void {
    const { layerId, authorId } = layer;
    if (authorId === this.options.userId) return void this.own.add(layerId);
    const known = this.layers.get(layerId);
    if (known !== undefined) {
      known.layer = layer;
      return;
    }
    const page = new LayerOnPage(layerId, this.options.blocks, {
      read: this.options.read,
      isGone: this.options.isGone,
      changed: (isGone) => {
        if (isGone) this.remove(layerId, added);
        this.changed();
      },
    });
    const added = { layer, page };
    this.layers.set(layerId, added);
    if (this.hasBegun && this.options.isWanted(authorKey(layer))) void page.read();
  }

  private remove(layerId: string, known: Known): void {
    known.page.forget();
    if (this.layers.get(layerId) === known) this.layers.delete(layerId);
  }

  private changed(): void {
    this.shown = [...this.layers.values()]
      .map(({ layer, page }) => ({
        ...layer,
        slot: this.options.slots.of(authorKey(layer)),
        isShown: this.options.isWanted(authorKey(layer)),
        progress: page.progress,
        count: page.spans.size,
      }))
      .sort(
        (one, other) =>
          one.author.localeCompare(other.author) || (one.layerId < other.layerId ? -1 : 1),
      );
    for (const listener of this.listeners) listener();
  }
}
