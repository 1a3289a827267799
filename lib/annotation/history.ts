import { z } from 'zod';
import { offsetUnits } from '@/lib/article/code-points';
import { listingOf } from '@/lib/access/listing';
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
