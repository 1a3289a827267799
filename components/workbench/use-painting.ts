import { useComputedColorScheme } from '@mantine/core';
import type { RefObject } from 'react';
import { useEffect, useMemo } from 'react';
import type { PaintSource, Part } from '@/components/live/highlight-painter';
import { HighlightPainter } from '@/components/live/highlight-painter';
import type { Blocks } from '@/components/live/span-index';
import type { Heat } from '@/lib/comparison/heat';
import type { Segment } from '@/lib/article/segment';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
import { useAlive } from '@/components/ui/use-alive';
import type { ComparedAnnotation, LayerAnnotations } from '@/lib/comparison/compared-unit';
import type { Label } from '@/lib/codebook/codebook';
import type { Stroke } from './lanes';
import {
  chosenHighlight,
  heatHighlight,
  heatStep,
  laneHighlight,
  laneStyles,
  spaceBelow,
  layLanes,
} from './lanes';
import type { ComparisonPageQuery } from './comparison-page-query';

/** The unit that is chosen: where it is, and the ids of its marks. */
type ChosenPassage = { segments: readonly Segment[]; annotationIds: ReadonlySet<string> };

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

/** What is painted over the article. */
export type Painted = {
  /** Each with its own row of lines, the first nearest to the words. */
  layers: readonly LayerAnnotations[];
  /** Where how many of which readings mark, and where they part; null until that is known. */
  compared: { heat: readonly Heat[]; layers: readonly unknown[] } | null;
  labels: readonly Label[];
  hide: readonly string[];
  heat: ComparisonPageQuery['heat'];
  chosen: ChosenUnit | null;
};

/** The place that is lit: where it is, and whose marks there. */
type ChosenUnit = Segment & {
  versions: readonly { annotations: readonly ComparedAnnotation[] }[];
};

/** Paints readings over the article; answers the rules of the paint, and how much room it takes below each line in px. */
export function usePainting(
  { layers, compared, labels, hide, heat, chosen }: Painted,
  blocks: Blocks,
  article: RefObject<ArticleTextHandle | null>,
): { styles: string; below: number } {
  const scheme = useComputedColorScheme('light');
  const paint = useMemo(() => new ComparisonPaint(blocks), [blocks]);
  const isAlive = useAlive();
  const lanes = useMemo(() => {
    // Nothing is painted where the page is made first, on the server.
    if (!isAlive) return { strokes: [], rows: layers.length };
    const hidden = new Set(hide);
    return layLanes(
      hidden.size === 0
        ? layers
        : layers.map(({ layerId, annotations }) => ({
            layerId,
            annotations: annotations.filter(({ label }) => !hidden.has(label)),
          })),
    );
  }, [isAlive, layers, hide]);
  useEffect(() => {
    paint.layStrokes(
      lanes.strokes,
      labels.map(({ key }) => key),
    );
  }, [paint, lanes, labels]);
  useEffect(() => {
    paint.layHeat(
      heat === 'none' ? null : heat,
      compared?.heat ?? [],
      compared?.layers.length ?? 0,
    );
  }, [paint, heat, compared]);
  useEffect(() => {
    if (chosen === null) return paint.choose(null);
    const annotations = chosen.versions.flatMap((version) => version.annotations);
    paint.choose({
      segments: annotations.flatMap(({ segments }) => segments),
      annotationIds: new Set(annotations.map(({ id }) => id)),
    });
  }, [paint, chosen]);
  useEffect(
    () => new HighlightPainter(() => article.current?.textLayout() ?? null, blocks, paint).attach(),
    [article, blocks, paint],
  );
  const styles = useMemo(
    () => laneStyles(lanes.rows, labels, scheme),
    [lanes.rows, labels, scheme],
  );
  return { styles, below: spaceBelow(lanes.rows) };
}
