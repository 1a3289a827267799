import type { TextLayout } from '@/components/article-text/text-layout';
import type { Segment } from '@/lib/article/segment';
import type { Blocks } from './span-index';

/** How far beyond the window is painted, in px, so that scrolling shows painted text. */
const margin = 150;

/** The part of a segment that lies in a block; null for none. */
function within(block: Segment | undefined, { start, end }: Segment): Segment | null {
  const from = Math.max(start, block?.start ?? 0);
  const to = Math.min(end, block?.end ?? 0);
  return from < to ? { start: from, end: to } : null;
}

/** A segment that is painted as a named CSS highlight. */
export type Part = { name: string; segment: Segment };

/** The source of what a painter paints. */
export type PaintSource = {
  /** The parts in a block; a part may reach into other blocks, which list it too. */
  in(block: number): Iterable<Part>;
  /** Calls the listener on every change; returns how to unsubscribe. */
  subscribe(listener: () => void): () => void;
  /** The priority of a highlight where several overlap, at most 0 (the default); always below the selection. */
  priorityOf?(name: string): number;
};

/** What is painted in a block: a signature for comparison, and its ranges. */
type PaintedBlock = { signature: string; ranges: { name: string; range: StaticRange }[] };

/**
 * Paints segments over the text as CSS highlights, without changing the document. Ranges are registered
 * only for the blocks in view, and only where something changed, since the browser repaints whatever
 * is registered. Browsers without CSS highlights paint nothing; pages list the same information as text.
 */
export class HighlightPainter {
  private readonly painted = new Map<number, PaintedBlock>();
  private readonly highlights = new Map<string, Highlight>();
  private frame = 0;
  private text: HTMLElement | null = null;
  private observer: MutationObserver | null = null;

  constructor(
    private readonly layout: () => TextLayout | null,
    private readonly blocks: Blocks,
    private readonly source: PaintSource,
  ) {}

  /** Starts painting what changes and what comes into view; returns how to stop. */
  attach(): () => void {
    if (!('highlights' in CSS)) return () => undefined;
    const { soon } = this;
    const unsubscribe = this.source.subscribe(soon);
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    soon();
    return () => {
      cancelAnimationFrame(this.frame);
      unsubscribe();
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
      this.watch(null);
    };
  }

  /**
   * Observes one text in place of the last one. Static ranges do not follow changes of the document, so
   * they are rebuilt after each, before the next frame.
   */
  private watch(text: HTMLElement | null): void {
    this.observer?.disconnect();
    for (const block of this.painted.keys()) this.wipe(block);
    this.text = text;
    if (text === null) return;
    this.observer ??= new MutationObserver((records) => this.textChanged(records));
    this.observer.observe(text, { childList: true, characterData: true, subtree: true });
  }

  private readonly soon = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  };

  private textChanged(records: readonly MutationRecord[]): void {
    const layout = this.layout();
    if (layout === null) return;
    for (const block of layout.blocksOf(records.map(({ target }) => target)))
      if (this.painted.has(block)) {
        this.wipe(block);
        this.paintBlock(layout, block, this.partsOf(block));
      }
  }

  private paint(): void {
    const layout = this.layout();
    const text = layout?.element ?? null;
    if (text !== this.text) this.watch(text);
    const view = layout?.inView(margin) ?? null;
    for (const block of this.painted.keys())
      if (view === null || block < view.first || block > view.last) this.wipe(block);
    if (layout === null || view === null) return;
    for (let block = view.first; block <= view.last; block++) {
      const parts = this.partsOf(block);
      if (this.painted.get(block)?.signature === signatureOf(parts)) continue;
      this.wipe(block);
      this.paintBlock(layout, block, parts);
    }
  }

  private partsOf(block: number): Part[] {
    const whole = this.blocks.all[block];
    const parts: Part[] = [];
    for (const { name, segment } of this.source.in(block)) {
      const inside = within(whole, segment);
      if (inside !== null) parts.push({ name, segment: inside });
    }
    return parts;
  }

  private paintBlock(layout: TextLayout, block: number, parts: readonly Part[]): void {
    if (parts.length === 0) return;
    const ranges = parts.map(({ name, segment }) => ({ name, range: layout.rangeOf(segment) }));
    for (const { name, range } of ranges) this.highlight(name).add(range);
    this.painted.set(block, { signature: signatureOf(parts), ranges });
  }

  private wipe(block: number): void {
    for (const { name, range } of this.painted.get(block)?.ranges ?? []) {
      const highlight = this.highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size !== 0) continue;
      CSS.highlights.delete(name);
      this.highlights.delete(name);
    }
    this.painted.delete(block);
  }

  private highlight(name: string): Highlight {
    const known = this.highlights.get(name);
    if (known !== undefined) return known;
    const made = new Highlight();
    made.priority = -1 + Math.min(0, this.source.priorityOf?.(name) ?? 0);
    this.highlights.set(name, made);
    CSS.highlights.set(name, made);
    return made;
  }
}

function signatureOf(parts: readonly Part[]): string {
  return parts.map(({ name, segment: { start, end } }) => `${name} ${start} ${end}`).join(';');
}
