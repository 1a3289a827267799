import type { PaintSource, Part } from '@/components/live/highlight-painter';
import type { Blocks } from '@/components/live/span-index';
import type { Heat } from '@/lib/comparison/heat';
import type { Segment } from '@/lib/article/segment';
import { chosenHighlight, heatHighlight, heatStep, laneHighlight } from './lane-styles';
import type { Stroke } from './lanes';

/** The unit that is chosen: where it is, and the ids of its marks. */
export type ChosenPassage = { segments: readonly Segment[]; annotationIds: ReadonlySet<string> };

const nobody: ChosenPassage = { segments: [], annotationIds: new Set() };

/** What the painter lays over the article: lines by row, grounds of heat, the chosen unit. Found by block. */
export class ComparisonPaint implements PaintSource {
  private strokes = new Map<number, Stroke[]>();
  private heat = new Map<number, Part[]>();
  private chosen = nobody;
  private labelIndices = new Map<string, number>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly blocks: Blocks) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Lays other lines; `labels` are the codebook's keys in its order. */
  layStrokes(strokes: readonly Stroke[], labels: readonly string[]): void {
    this.labelIndices = new Map(labels.map((key, index) => [key, index]));
    this.strokes = this.byBlock(strokes);
    this.changed();
  }

  /** Lays other grounds: of how many of so many readings mark a place, or of their conflict; none for null. */
  layHeat(kind: 'density' | 'conflict' | null, heat: readonly Heat[], layerCount: number): void {
    const parts = heat.flatMap(({ start, end, marked, conflict }): Part[] => {
      const step = heatStep(kind === 'density' ? marked / Math.max(1, layerCount) : conflict);
      if (kind === null || step === 0) return [];
      return [{ name: heatHighlight(kind, step), segment: { start, end } }];
    });
    this.heat = this.byBlock(parts);
    this.changed();
  }

  choose(chosen: ChosenPassage | null): void {
    this.chosen = chosen ?? nobody;
    this.changed();
  }

  /** See `PaintSource`. */
  *in(block: number): Generator<Part> {
    yield* this.heat.get(block) ?? [];
    for (const segment of this.chosen.segments) yield { name: chosenHighlight, segment };
    for (const { row, label, annotationId, segment } of this.strokes.get(block) ?? [])
      yield {
        name: laneHighlight(
          row,
          this.labelIndices.get(label) ?? -1,
          this.chosen.annotationIds.has(annotationId),
        ),
        segment,
      };
  }

  /** Lines lie over the chosen ground, and that over heat. */
  priorityOf(name: string): number {
    if (name === chosenHighlight) return -1;
    return /^compared-(?:density|conflict)-/.test(name) ? -2 : 0;
  }

  private byBlock<One extends { segment: Segment }>(all: readonly One[]): Map<number, One[]> {
    const found = new Map<number, One[]>();
    for (const one of all) {
      const last = this.blocks.at(one.segment.end - 1);
      for (let block = this.blocks.at(one.segment.start); block <= last; block++) {
        const there = found.get(block);
        if (there) there.push(one);
        else found.set(block, [one]);
      }
    }
    return found;
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}
