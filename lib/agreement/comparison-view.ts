import { z } from 'zod';
import { offsetUnits } from '@/lib/article/code-points';
import { panelView } from './agreement-view';
import { comparedLayer } from '@/lib/comparison/stored-layer';
import { disagreementKinds } from '@/lib/comparison/compared-unit';

const layerIds = z
  .string()
  .max(4000)
  .transform((list) => list.split(',').map((id) => id.trim().toLowerCase()))
  .pipe(z.array(z.uuid('It is a list of layer ids, with commas between them.')).max(100));

/** Which layers are compared, and in which unit positions are told. */
export const comparisonQuery = z.object({
  /** Ids with commas between them; without it every analyst's layer that is open to the one who asks and has begun. */
  layers: layerIds.optional(),
  offsetUnit: z.enum(offsetUnits).default('code-point'),
});

/** Which layers are compared, and in which unit positions are told. */
export type ComparisonQuery = z.infer<typeof comparisonQuery>;

const segments = z.array(z.object({ start: z.int(), end: z.int() }));
const count = z.int().nonnegative();

/** The comparison of an article's layers, as the API tells it. */
export const comparisonView = z.object({
  articleId: z.uuid(),
  revision: z.int(),
  offsetUnit: z.enum(offsetUnits),
  /** Of the text, in the unit. */
  length: count,
  layers: z.array(comparedLayer),
  /** Why there is nothing to compare; null where there is. */
  reason: z.string().nullable(),
  /** Units by how their readings part; one that parts in two ways counts for both. */
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
  /** How far the layers agree on this article; an interval is over articles, so there is none. */
  figures: panelView.shape.figures.element
    .omit({ interval: true, intervalReason: true, articles: true })
    .array(),
  labels: panelView.shape.labels.element
    .omit({ interval: true, intervalReason: true, articles: true })
    .array(),
  /** Over every two layers and every unit: which label met which; `column` null is nobody. */
  matrix: z.array(
    z.object({
      row: z.string(),
      column: z.string().nullable(),
      count,
      units: z.array(z.uuid()),
    }),
  ),
  /** How many layers mark a stretch, and the share of their pairs that do not give it the same labels. */
  heat: z.array(z.object({ start: z.int(), end: z.int(), marked: count, conflict: z.number() })),
});

/** The comparison of an article's layers, as the API tells it. */
export type ComparisonView = z.infer<typeof comparisonView>;
