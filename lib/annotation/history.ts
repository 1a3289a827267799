import { listingOf } from '@/lib/page';
import { z } from 'zod';
import { offsetUnits } from '@/lib/article/code-points';
import type { AnnotationContent } from './annotation';
import { annotationView } from './annotation';

/** Kind of a change: `put` creates, changes or restores an annotation, `remove` removes it. */
export type ChangeKind = 'put' | 'remove';

/** One version of an annotation. Positions are in UTF-16 code units. */
export type Version = AnnotationContent & {
  version: number;
  kind: ChangeKind;
  codebookVersion: number;
  quote: string;
  by: { id: string; name: string };
  at: string;
};

/** A page of an annotation's versions in ascending order, with positions in its `offsetUnit`. */
export const historyView = listingOf(
  annotationView
    .pick({
      label: true,
      segments: true,
      attributes: true,
      note: true,
      confidence: true,
      quote: true,
      codebookVersion: true,
      version: true,
    })
    .extend({
      kind: z.enum(['put', 'remove']),
      by: z.object({ id: z.uuid(), name: z.string() }),
      at: z.iso.datetime(),
    }),
).extend({ annotationId: z.uuid(), layerId: z.uuid(), offsetUnit: z.enum(offsetUnits) });

/** A page of an annotation's versions. */
export type HistoryView = z.infer<typeof historyView>;

/** An event count above that of any layer: the present moment. */
export const allEvents = 2_147_483_647;

/** The state of a layer after its first `eventCount` events. */
export type LayerMoment = { layerId: string; eventCount: number };

/**
 * An annotation at a moment of its layer; `updatedAt` is the time of that version. UTF-16 code
 * units.
 */
export type AnnotationThen = AnnotationContent & {
  id: string;
  version: number;
  codebookVersion: number;
  createdAt: string;
  updatedAt: string;
};
