import type { InView, TextPlaces } from '@/components/article-text/text-places';
import type { Segment } from '@/lib/article/segment';
import type { ColleagueLayers } from './colleague-layers';
import { layerHighlight, selectionHighlight } from './colleague-styles';
import type { People } from './people';
import type { Blocks } from './span-shelf';

/** How far beyond the window is painted, in px, so that scrolling finds it done. */
const margin = 300;

/** The part of a segment that lies in a block; null for none. */
function within(block: Segment | undefined, { start, end }: Segment): Segment | null {
  const from = Math.max(start, block?.start ?? 0);
  const to = Math.min(end, block?.end ?? 0);
  return from < to ? { start: from, end: to } : null;
}

const isSame = (one: InView | null, other: InView | null) =>
  one?.first === other?.first && one?.last === other?.last;

/**
 * Paints what colleagues have marked and selected over the text, without touching it: as CSS
 * highlights, registered only for the blocks in view. Browsers without them paint nothing; what is
 * marked at the caret is told in words everywhere.
 */
export class HighlightPainter {
  private painted = new Set<string>();
  private view: InView | null = null;
  private frame = 0;
  private isDue = false;

  constructor(
    private readonly places: () => TextPlaces | null,
    private readonly blocks: Blocks,
    private readonly layers: Pick<ColleagueLayers, 'in' | 'subscribe'>,
    private readonly people: Pick<People, 'list' | 'subscribe'>,
  ) {}

  /** Paints from now on what changes and what comes into view; answers how to stop. */
  attach(): () => void {
    const { soon, scrolled } = this;
    const deafen = [this.layers.subscribe(soon), this.people.subscribe(soon)];
    window.addEventListener('scroll', scrolled, { passive: true });
    window.addEventListener('resize', soon);
    soon();
    return () => {
      cancelAnimationFrame(this.frame);
      for (const stop of deafen) stop();
      window.removeEventListener('scroll', scrolled);
      window.removeEventListener('resize', soon);
      for (const name of this.painted) CSS.highlights.delete(name);
      this.painted.clear();
    };
  }

  /** The text was painted anew: what lay over it is laid again before the screen shows it. */
  textChanged(): void {
    if (this.isDue || this.painted.size === 0) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      this.paint();
    });
  }

  /** Paints now. */
  paint(): void {
    const places = this.places();
    if (places === null || !('highlights' in CSS)) return;
    this.view = places.inView(margin);
    const ranges = this.rangesIn(places, this.view);
    for (const name of this.painted) if (!ranges.has(name)) CSS.highlights.delete(name);
    for (const [name, found] of ranges) {
      const highlight = new Highlight();
      highlight.priority = -1;
      for (const range of found) highlight.add(range);
      CSS.highlights.set(name, highlight);
    }
    this.painted = new Set(ranges.keys());
  }

  private rangesIn(places: TextPlaces, view: InView | null): Map<string, StaticRange[]> {
    const ranges = new Map<string, StaticRange[]>();
    if (view === null) return ranges;
    const add = (name: string, block: number, segments: readonly Segment[]) => {
      for (const segment of segments) {
        const part = within(this.blocks.all[block], segment);
        if (part === null) continue;
        const found = ranges.get(name) ?? [];
        found.push(places.rangeOf(part));
        ranges.set(name, found);
      }
    };
    const people = this.people.list().filter(({ selection }) => selection.length > 0);
    for (let block = view.first; block <= view.last; block++) {
      for (const { layer, annotation } of this.layers.in(block))
        add(layerHighlight(layer.slot), block, annotation.segments);
      for (const { slot, selection } of people) add(selectionHighlight(slot), block, selection);
    }
    return ranges;
  }

  private readonly soon = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  };

  private readonly scrolled = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      if (!isSame(this.view, this.places()?.inView(margin) ?? null)) this.paint();
    });
  };
}
