import { useAlive } from '@/components/ui/form';
import { useComputedColorScheme } from '@mantine/core';
import type { RefObject } from 'react';
import { useEffect, useMemo } from 'react';
import type { PaintSource, Part } from '@/components/live/highlight-painter';
import { HighlightPainter } from '@/components/live/highlight-painter';
import type { Blocks } from '@/components/live/span-index';
import type { Heat } from '@/lib/comparison/heat';
import type { Segment } from '@/lib/article/segment';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
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

/** The chosen unit: its segments and the ids of its annotations. */
type ChosenPassage = { segments: readonly Segment[]; annotationIds: ReadonlySet<string> };

const nobody: ChosenPassage = { segments: [], annotationIds: new Set() };

/** The paint source of a comparison: lines by row, the shading and the chosen unit, indexed by block. */
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

  /** Sets the lines; `labels` are the codebook's keys in its order. */
  setStrokes(strokes: readonly Stroke[], labels: readonly string[]): void {
    this.labelIndices = new Map(labels.map((key, index) => [key, index]));
    this.strokes = this.byBlock(strokes);
    this.changed();
  }

  /** Sets the shading: by density (the share of layers that annotate) or by conflict; null for none. */
  setHeat(kind: 'density' | 'conflict' | null, heat: readonly Heat[], layerCount: number): void {
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

  /** Lines are above the background of the chosen unit, and that is above the shading. */
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

/** The input of what is painted over the article. */
export type Painted = {
  /** Each has its own row of lines, the first nearest to the text. */
  layers: readonly LayerAnnotations[];
  /** The heat of the compared layers; null until it is computed. */
  compared: { heat: readonly Heat[]; layers: readonly unknown[] } | null;
  labels: readonly Label[];
  hide: readonly string[];
  heat: ComparisonPageQuery['heat'];
  chosen: ChosenUnit | null;
};

/** The chosen unit: its segment and its versions. */
type ChosenUnit = Segment & {
  versions: readonly { annotations: readonly ComparedAnnotation[] }[];
};

/** Paints layers over the article; returns the CSS rules, and the space that they need below each line, in px. */
export function usePainting(
  { layers, compared, labels, hide, heat, chosen }: Painted,
  blocks: Blocks,
  article: RefObject<ArticleTextHandle | null>,
): { styles: string; below: number } {
  const scheme = useComputedColorScheme('light');
  const paint = useMemo(() => new ComparisonPaint(blocks), [blocks]);
  const isAlive = useAlive();
  const lanes = useMemo(() => {
    // Nothing is painted on the server.
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
    paint.setStrokes(
      lanes.strokes,
      labels.map(({ key }) => key),
    );
  }, [paint, lanes, labels]);
  useEffect(() => {
    paint.setHeat(
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
