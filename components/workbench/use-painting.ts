import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import type { RefObject } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import { HighlightPainter } from '@/components/live/highlight-painter';
import type { Blocks } from '@/components/live/span-index';
import { useAlive } from '@/components/ui/use-alive';
import type { Heat } from '@/lib/comparison/heat';
import type { ComparedAnnotation, LayerAnnotations } from '@/lib/comparison/compared-annotation';
import type { Segment } from '@/lib/article/segment';
import type { Label } from '@/lib/codebook/codebook';
import type { ComparisonPageQuery } from './comparison-page-query';
import { ComparisonPaint } from './comparison-paint';
import { laneStyles, spaceBelow } from './lane-styles';
import { layLanes } from './lanes';

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
export type ChosenUnit = Segment & {
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
