import type { Annotation } from '@/lib/annotation/annotation';
import type { DeedsMessage } from '@/lib/annotation/live-message';
import { AskingAgain } from './asking-again';
import { DeedCount } from './deed-count';
import type { Blocks } from './span-shelf';
import { SpanShelf } from './span-shelf';

/** How a layer is read, and who is told that something of it is new. */
export type LayerParts = {
  read(layerId: string, signal: AbortSignal): Promise<readonly Annotation[]>;
  /** `isGone` where the server no longer shows the layer to this person. */
  changed(isGone: boolean): void;
  isGone(thrown: unknown): boolean;
};

/** How far a layer's annotations have come. */
export type LayerProgress = 'unread' | 'reading' | 'read' | 'failed';

/** How long news may overtake each other before they count as missed, in milliseconds. */
const mendAfter = 400;

/** A layer as this page holds it: read whole once it is to be shown, and kept current by what is told. */
export class LayerOnPage {
  spans: SpanShelf;
  progress: LayerProgress = 'unread';
  private count = new DeedCount(null);
  private heard = new Set<string>();
  private asking: AbortController | null = null;
  private mending: ReturnType<typeof setTimeout> | undefined;
  private readonly again = new AskingAgain(() => void this.read());

  constructor(
    private readonly layerId: string,
    private readonly blocks: Blocks,
    private readonly parts: LayerParts,
  ) {
    this.spans = new SpanShelf(blocks);
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
    this.heard = new Set();
    if (this.progress === 'unread') this.become('reading');
    try {
      const annotations = await this.parts.read(this.layerId, asking.signal);
      if (asking.signal.aborted) return;
      this.spans.receive(annotations, this.heard);
      this.count.settle();
      this.again.stop();
      this.become('read');
    } catch (thrown) {
      if (asking.signal.aborted) return;
      if (this.parts.isGone(thrown)) return this.parts.changed(true);
      // Nothing else may ever tell what was missed: there may be no further deed in the layer.
      this.again.failed();
      this.become(this.progress === 'read' ? 'read' : 'failed');
    }
  }

  /** Takes in what was done; where something was missed, the layer is read again. */
  hear(message: DeedsMessage): void {
    if (this.progress === 'unread') return;
    const told = this.spans.hear(message);
    for (const id of told) this.heard.add(id);
    this.count.note(message.before, message.deedCount, told.length);
    clearTimeout(this.mending);
    if (this.count.hasGap) this.mending = setTimeout(() => void this.read(), mendAfter);
    this.parts.changed(false);
  }

  /** Forgets the annotations: nothing of them is to be shown. */
  forget(): void {
    this.asking?.abort();
    this.rest();
    this.spans = new SpanShelf(this.blocks);
    this.count = new DeedCount(null);
    this.progress = 'unread';
  }

  /** Asks for nothing more by itself, until it is read again. */
  rest(): void {
    clearTimeout(this.mending);
    this.again.stop();
  }

  private become(progress: LayerProgress): void {
    this.progress = progress;
    this.parts.changed(false);
  }
}
