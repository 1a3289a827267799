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
  /** Of its author's look. */
  slot: number;
  isShown: boolean;
  progress: LayerProgress;
  count: number;
};

/** An annotation of a colleague at some place. */
export type Here = { layer: ShownLayer; annotation: Annotation };

/** What the layers are given. */
export type ColleagueLayersOptions = {
  /** Who looks: their own layer is none of a colleague's. */
  userId: string;
  blocks: Blocks;
  slots: Slots;
  read(layerId: string, signal: AbortSignal): Promise<readonly Annotation[]>;
  /** The layers that are open to the person now. */
  list(signal: AbortSignal): Promise<readonly VisibleLayer[]>;
  /** Whether an answer says that the layer is not open to this person any more. */
  isGone(thrown: unknown): boolean;
  /** Whether the person wants to see this author's layer. */
  isWanted(key: string): boolean;
};

type Known = { layer: VisibleLayer; page: LayerOnPage };

/** By what an author is remembered: themselves, or what a layer without a person is called. */
export const authorKey = ({ authorId, kind, author }: VisibleLayer) =>
  authorId ?? `${kind} ${author}`;

/** Colleagues' layers over the article on the page, as far as they are open, kept current. */
export class ColleagueLayers {
  private readonly layers = new Map<string, Known>();
  private readonly own = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private listRequest: AbortController | null = null;
  /** Layers that were told of since the list was asked for, which may be older than they. */
  private readonly newerLayers = new Map<string, VisibleLayer>();
  private readonly again = new Retry(() => void this.relist());
  private hasBegun = false;
  private shown: readonly ShownLayer[] = [];

  constructor(private readonly options: ColleagueLayersOptions) {}

  /** All of them, by their authors' names; a new list when something of it has changed. */
  list = (): readonly ShownLayer[] => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Takes the layers that are open, as the server has told them. */
  set(layers: readonly VisibleLayer[]): void {
    const open = new Set(layers.map(({ layerId }) => layerId));
    for (const [layerId, known] of this.layers) if (!open.has(layerId)) this.remove(layerId, known);
    for (const layer of layers) this.take(layer);
    this.changed();
  }

  /** Begins to read what is to be shown. */
  begin(): void {
    this.hasBegun = true;
    this.look();
  }

  /** Looks again at which layers the person wants to see. */
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
    else if (event.kind === 'message') this.heed(event.message);
    // What one leaves oneself, the desk has closed: it says what is open instead.
    else if (event.why !== 'connection' && event.why !== 'self') this.clear();
  }

  /** What colleagues have marked in a block, of the layers that are shown. */
  *in(block: number): Iterable<Here> {
    for (const layer of this.shown)
      for (const annotation of this.layers.get(layer.layerId)?.page.spans.in(block) ?? [])
        yield { layer, annotation };
  }

  /** What colleagues have marked at a position; at the end of a span one is still in it. */
  at(position: number): Here[] {
    const covers = ({ annotation: { segments } }: Here) =>
      segments.some(({ start, end }) => start <= position && position <= end);
    return [...this.in(this.options.blocks.at(position))].filter(covers);
  }

  /** Nothing of colleagues is open any more. */
  clear(): void {
    this.listRequest?.abort();
    this.again.stop();
    this.set([]);
  }

  /** The page is left: nothing more is asked for by itself. */
  pause(): void {
    this.again.stop();
    for (const { page } of this.layers.values()) page.pause();
  }

  private heed(message: ArticleMessage): void {
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

  /** Asks which layers there are, until that is answered; meanwhile those that are known stay. */
  private async relist(): Promise<void> {
    this.listRequest?.abort();
    const listRequest = new AbortController();
    this.listRequest = listRequest;
    this.again.asked();
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
