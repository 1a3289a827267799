import { comparedLayer } from '@/lib/comparison/compared-layer';
import { z } from 'zod';
import { offsetUnits } from '@/lib/article/code-points';
import { panelView } from './agreement-view';
import { disagreementKinds } from '@/lib/comparison/compared-unit';

const layerIds = z
  .string()
  .max(4000)
  .transform((list) => list.split(',').map((id) => id.trim().toLowerCase()))
  .pipe(z.array(z.uuid('Expected a list of layer ids, separated by commas.')).max(100));

/** The query of a comparison: which layers, and the offset unit of positions. */
export const comparisonQuery = z.object({
  /**
   * Layer ids, separated by commas; by default all analysts’ layers that are not empty and are open
   * to the viewer.
   */
  layers: layerIds.optional(),
  offsetUnit: z.enum(offsetUnits).default('code-point'),
});

/** The parsed query of a comparison. */
export type ComparisonQuery = z.infer<typeof comparisonQuery>;

const segments = z.array(z.object({ start: z.int(), end: z.int() }));
const count = z.int().nonnegative();

/** The comparison of an article’s layers in the API’s response. */
export const comparisonView = z.object({
  articleId: z.uuid(),
  revision: z.int(),
  offsetUnit: z.enum(offsetUnits),
  /** Length of the text, in the offset unit. */
  length: count,
  layers: z.array(comparedLayer),
  /** Why nothing can be compared; null where something can. */
  reason: z.string().nullable(),
  /** Units by kind of disagreement; a unit with two kinds counts for both. */
  counts: z.object({
    same: count,
    missing: count,
    boundary: count,
    label: count,
    nesting: count,
    fragmentation: count,
  }),
  units: z.array(
    z.object({
      id: z.uuid(),
      start: z.int(),
      end: z.int(),
      quote: z.string(),
      kinds: z.array(z.enum(disagreementKinds)),
      versions: z.array(
        z.object({
          layerId: z.uuid(),
          annotations: z.array(z.object({ annotationId: z.uuid(), label: z.string(), segments })),
        }),
      ),
    }),
  ),
  /**
   * The agreement of the layers on this article. There are no intervals, since these are over
   * articles.
   */
  figures: panelView.shape.figures.element
    .omit({ interval: true, intervalReason: true, articles: true })
    .array(),
  labels: panelView.shape.labels.element
    .omit({ interval: true, intervalReason: true, articles: true })
    .array(),
  /**
   * Over all pairs of layers and all units: how often two labels met; `column` null is no
   * annotation.
   */
  matrix: z.array(
    z.object({
      row: z.string(),
      column: z.string().nullable(),
      count,
      units: z.array(z.uuid()),
    }),
  ),
  /**
   * The number of layers with an annotation on a segment, and the share of their pairs that do not
   * give it the same labels.
   */
  heat: z.array(z.object({ start: z.int(), end: z.int(), marked: count, conflict: z.number() })),
});

/** The comparison of an article’s layers in the API’s response. */
export type ComparisonView = z.infer<typeof comparisonView>;
