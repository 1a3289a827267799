import type { Annotation } from '@/lib/annotation/annotation';
import type { ChangesMessage } from '@/lib/annotation/live-message';
import type { Blocks } from './span-index';
import { SpanIndex } from './span-index';

/**
 * How many deeds of a layer are known without a gap. News of deeds may overtake each other, so a gap
 * counts only once it was given a moment to close.
 */
export class EventCount {
  private readonly ahead: { before: number; after: number }[] = [];
  private isShort = false;

  /** `known` is how many deeds the page was read with; null where that was not told. */
  constructor(private known: number | null) {}

  /** Notes deeds that were heard of: those after the first `before`, up to `after`; `told` of them were told. */
  note(before: number, after: number, received: number): void {
    if (received < after - before) this.isShort = true;
    this.ahead.push({ before, after });
    this.ahead.sort((one, other) => one.before - other.before);
    this.known ??= before;
    for (let next = this.ahead[0]; next && next.before <= this.known; next = this.ahead[0]) {
      this.known = Math.max(this.known, next.after);
      this.ahead.shift();
    }
  }

  /** Whether deeds were missed, as far as can be told. */
  get hasGap(): boolean {
    return this.isShort || this.ahead.length > 0;
  }

  /** The layer was read again: everything that was heard of is known. */
  catchUp(): void {
    this.isShort = false;
    for (const { after } of this.ahead.splice(0)) this.known = Math.max(this.known ?? 0, after);
  }
}

/** Milliseconds before the first further try; each one after it waits twice as long, up to 30 times this. */
const firstDelay = 1000;

/** Asks again for what was not answered, with rests, until it is told to stop. */
export class Retry {
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly action: () => void) {}

  /** It was not answered: it is asked for again after a rest, not by all pages at once. */
  failed(): void {
    clearTimeout(this.timer);
    const delay = firstDelay * Math.min(30, 2 ** this.failures) * (0.5 + Math.random());
    this.failures++;
    this.timer = setTimeout(this.action, delay);
  }

  /** It is asked for now, so not again by itself. */
  asked(): void {
    clearTimeout(this.timer);
  }

  /** It was answered, or nobody wants to know any more. */
  stop(): void {
    clearTimeout(this.timer);
    this.failures = 0;
  }
}

/** How a layer is read, and who is told that something of it is new. */
type LayerOptions = {
  read(layerId: string, signal: AbortSignal): Promise<readonly Annotation[]>;
  /** `isGone` where the server no longer shows the layer to this person. */
  changed(isGone: boolean): void;
  isGone(thrown: unknown): boolean;
};

/** How far a layer's annotations have come. */
export type LayerProgress = 'unread' | 'loading' | 'read' | 'failed';

/** How long news may overtake each other before they count as missed, in milliseconds. */
const mendAfter = 400;

/** A layer as this page holds it: read whole once it is to be shown, and kept current by what is told. */
export class LayerOnPage {
  spans: SpanIndex;
  progress: LayerProgress = 'unread';
  private count = new EventCount(null);
  private receivedIds = new Set<string>();
  private asking: AbortController | null = null;
  private mending: ReturnType<typeof setTimeout> | undefined;
  private readonly again = new Retry(() => void this.read());

  constructor(
    private readonly layerId: string,
    private readonly blocks: Blocks,
    private readonly options: LayerOptions,
  ) {
    this.spans = new SpanIndex(blocks);
  }

  /**
   * Reads the layer, or reads it again, however often that has to be tried. What is there stays until
   * the answer has come.
   */
  async read(): Promise<void> {
    this.asking?.abort();
    this.again.asked();
    const asking = new AbortController();
    this.asking = asking;
    this.receivedIds = new Set();
    if (this.progress === 'unread') this.become('loading');
    try {
      const annotations = await this.options.read(this.layerId, asking.signal);
      if (asking.signal.aborted) return;
      this.spans.receive(annotations, this.receivedIds);
      this.count.catchUp();
      this.again.stop();
      this.become('read');
    } catch (thrown) {
      if (asking.signal.aborted) return;
      if (this.options.isGone(thrown)) return this.options.changed(true);
      // Nothing else may ever tell what was missed: there may be no further deed in the layer.
      this.again.failed();
      this.become(this.progress === 'read' ? 'read' : 'failed');
    }
  }

  /** Takes in what was done; where something was missed, the layer is read again. */
  applyChanges(message: ChangesMessage): void {
    if (this.progress === 'unread') return;
    const ids = this.spans.applyChanges(message);
    for (const id of ids) this.receivedIds.add(id);
    this.count.note(message.before, message.eventCount, ids.length);
    clearTimeout(this.mending);
    if (this.count.hasGap) this.mending = setTimeout(() => void this.read(), mendAfter);
    this.options.changed(false);
  }

  /** Forgets the annotations: nothing of them is to be shown. */
  forget(): void {
    this.asking?.abort();
    this.pause();
    this.spans = new SpanIndex(this.blocks);
    this.count = new EventCount(null);
    this.progress = 'unread';
  }

  /** Asks for nothing more by itself, until it is read again. */
  pause(): void {
    clearTimeout(this.mending);
    this.again.stop();
  }

  private become(progress: LayerProgress): void {
    this.progress = progress;
    this.options.changed(false);
  }
}
