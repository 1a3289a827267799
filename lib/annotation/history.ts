import { z } from 'zod';
import { listingOf } from '@/lib/access/listing';
import { offsetUnits } from '@/lib/article/code-points';
import type { AnnotationContent } from './annotation';
import { annotationView } from './annotation';

/** What a deed did to an annotation: put it (made, changed or brought back) or remove it. */
export type ChangeKind = 'put' | 'remove';

/** One version of an annotation. Positions in UTF-16 code units. */
export type Version = AnnotationContent & {
  version: number;
  kind: ChangeKind;
  codebookVersion: number;
  quote: string;
  by: { id: string; name: string };
  at: string;
};

/** A page of an annotation's versions, the first one first, positions in the unit that it names. */
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

/** More deeds than any layer has: its moment is now. */
export const allEvents = 2_147_483_647;

/** A layer when it had had so many deeds. */
export type LayerMoment = { layerId: string; eventCount: number };

/** An annotation as it was at some moment: `updatedAt` is when that version was made. UTF-16. */
export type AnnotationThen = AnnotationContent & {
  id: string;
  version: number;
  codebookVersion: number;
  createdAt: string;
  updatedAt: string;
};
