import type { Annotation } from '@/lib/annotation/annotation';
import type { ChangesMessage } from '@/lib/annotation/live-message';
import type { Blocks } from './span-index';
import { SpanIndex } from './span-index';

/**
 * The number of events of a layer that are known without a gap. Messages may arrive out of order, so
 * the caller gives a gap a moment to close.
 */
export class EventCount {
  private readonly ahead: { before: number; after: number }[] = [];
  private isShort = false;

  /** `known` is the event count of the initial load; null where it is not known. */
  constructor(private known: number | null) {}

  /** Notes the events after the first `before` up to `after`, of which a message held `received`. */
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

  /** Whether events are missing. */
  get hasGap(): boolean {
    return this.isShort || this.ahead.length > 0;
  }

  /** The layer was fetched again: all events noted so far are known. */
  catchUp(): void {
    this.isShort = false;
    for (const { after } of this.ahead.splice(0)) this.known = Math.max(this.known ?? 0, after);
  }
}

/** Milliseconds before the first retry; each later one waits twice as long, up to 30 times this. */
const firstDelay = 1000;

/** Retries an action with exponential backoff and jitter until it is stopped. */
export class Retry {
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly action: () => void) {}

  /** The action failed: it is repeated after a delay, with jitter so that pages do not retry at once. */
  failed(): void {
    clearTimeout(this.timer);
    const delay = firstDelay * Math.min(30, 2 ** this.failures) * (0.5 + Math.random());
    this.failures++;
    this.timer = setTimeout(this.action, delay);
  }

  /** The action has started: a pending retry is cancelled. */
  started(): void {
    clearTimeout(this.timer);
  }

  /** The action succeeded or is no longer wanted: the backoff is reset. */
  stop(): void {
    clearTimeout(this.timer);
    this.failures = 0;
  }
}

/** How a layer is fetched, and the callback for its changes. */
type LayerOptions = {
  read(layerId: string, signal: AbortSignal): Promise<readonly Annotation[]>;
  /** `isGone`: the server no longer shows the layer to the viewer. */
  changed(isGone: boolean): void;
  isGone(thrown: unknown): boolean;
};

/** The loading state of a layer's annotations. */
export type LayerProgress = 'unread' | 'loading' | 'read' | 'failed';

/** How long a gap may last before messages count as missed rather than out of order, in milliseconds. */
const mendAfter = 400;

/** A colleague's layer on this page: fetched whole when it is first shown, then updated by live messages. */
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
   * Fetches the layer, with retries. The annotations that are known stay until the response arrives.
   */
  async read(): Promise<void> {
    this.asking?.abort();
    this.again.started();
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
      // No later message may reveal the gap: there may be no further change in the layer.
      this.again.failed();
      this.become(this.progress === 'read' ? 'read' : 'failed');
    }
  }

  /** Applies a live message; where messages were missed, the layer is fetched again. */
  applyChanges(message: ChangesMessage): void {
    if (this.progress === 'unread') return;
    const ids = this.spans.applyChanges(message);
    for (const id of ids) this.receivedIds.add(id);
    this.count.note(message.before, message.eventCount, ids.length);
    clearTimeout(this.mending);
    if (this.count.hasGap) this.mending = setTimeout(() => void this.read(), mendAfter);
    this.options.changed(false);
  }

  /** Drops the annotations and stops fetching: the layer is not shown. */
  forget(): void {
    this.asking?.abort();
    this.pause();
    this.spans = new SpanIndex(this.blocks);
    this.count = new EventCount(null);
    this.progress = 'unread';
  }

  /** Stops retries and refetches until `read` is called again. */
  pause(): void {
    clearTimeout(this.mending);
    this.again.stop();
  }

  private become(progress: LayerProgress): void {
    this.progress = progress;
    this.options.changed(false);
  }
}
