import { z } from 'zod';
import type { OffsetUnit } from '@/lib/article/code-points';
import { offsetUnits } from '@/lib/article/code-points';
import type { Segment } from '@/lib/article/segment';
import { isStorable, prose } from '@/lib/text-input';

/** The value of one attribute of a label; which type it must have, the codebook says. */
export type AttributeValue = string | number | boolean;

/** What an analyst says about a passage. Segments in UTF-16 code units, ascending, not touching. */
export type AnnotationContent = {
  label: string;
  segments: Segment[];
  attributes: Record<string, AttributeValue>;
  note: string;
  /** 0 to 1; null where nothing was said. */
  confidence: number | null;
};

/** An annotation as it stands: its content, where it hangs (quote and anchor), its version and times. */
export type Annotation = AnnotationContent & {
  id: string;
  layerId: string;
  /** The published codebook in which its label and attributes were checked. */
  codebookVersion: number;
  /** The segments' texts joined by " … ". */
  quote: string;
  prefix: string;
  suffix: string;
  /** Counts up with every change; the ETag. */
  version: number;
  createdAt: string;
  updatedAt: string;
};

/** An annotation's name: a UUID, whichever version, in lower case as the database writes it. */
export const annotationId = z.uuid('This is not a UUID.').toLowerCase();

const storable = (maxLength: number) =>
  z
    .string()
    .max(maxLength, `It is longer than ${maxLength} characters.`)
    .refine(isStorable, 'It has a NUL or half of a character (a lone surrogate) in it.');

const fields = {
  label: storable(128).min(1, 'It is empty.'),
  segments: z
    .array(z.strictObject({ start: z.int(), end: z.int() }))
    .min(1, 'An annotation needs at least one segment.')
    .max(1000, 'An annotation has at most 1,000 segments.'),
  attributes: z
    .record(
      storable(128),
      z.union(
        [storable(2000), z.number(), z.boolean()],
        'It must be text, a number, true or false.',
      ),
    )
    .refine((named) => Object.keys(named).length <= 50, 'There are at most 50 attributes.')
    .default({}),
  note: prose(10_000).default(''),
  confidence: z.number().min(0).max(1).nullable().default(null),
  quote: z.string().max(1_000_000).optional(),
};

/** What is put in an annotation's place, positions in the unit that it names. */
export const annotationInput = z.strictObject({
  ...fields,
  offsetUnit: z.enum(offsetUnits).default('code-point'),
});

/** What is put in an annotation's place. */
export type AnnotationInput = z.infer<typeof annotationInput>;

/** An annotation as the API tells it, positions in the unit that it names. */
export const annotationView = z.object({
  id: z.uuid(),
  layerId: z.uuid(),
  label: z.string(),
  segments: z.array(z.object({ start: z.int(), end: z.int() })),
  offsetUnit: z.enum(offsetUnits),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  note: z.string(),
  confidence: z.number().nullable(),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  codebookVersion: z.int(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** An annotation as the API tells it. */
export type AnnotationView = Annotation & { offsetUnit: OffsetUnit };

const guard = z.int().min(1).optional();

/**
 * Many deeds at once, all or nothing. `offsetUnit` counts for every entry that names none;
 * `version` guards an entry as If-Match guards a PUT; an entry without an id is given one.
 */
export const batchInput = z
  .strictObject({
    put: z
      .array(
        z.strictObject({
          ...fields,
          id: annotationId.optional(),
          version: guard,
          offsetUnit: z.enum(offsetUnits).optional(),
        }),
      )
      .default([]),
    delete: z
      .array(z.union([annotationId, z.strictObject({ id: annotationId, version: guard })]))
      .default([]),
    offsetUnit: z.enum(offsetUnits).default('code-point'),
  })
  .refine(
    (batch) => batch.put.length + batch.delete.length <= 10_000,
    'A batch holds at most 10,000 annotations; please send it in parts.',
  );

/** Many deeds at once. */
export type BatchInput = z.infer<typeof batchInput>;

/** What a batch did: the annotations as they stand now, in the order sent, and the ids of those removed. */
export const batchView = z.object({
  offsetUnit: z.enum(offsetUnits),
  put: z.array(annotationView.omit({ offsetUnit: true })),
  deleted: z.array(z.uuid()),
});

/** What a batch did. */
export type BatchView = { offsetUnit: OffsetUnit; put: Annotation[]; deleted: string[] };

/** Content as the database keeps it: segments as pairs. */
export type StoredContent = {
  label: string;
  segments: [number, number][];
  attributes: Record<string, AttributeValue>;
  note: string;
  confidence: number | null;
  codebookVersion: number;
};

/** Stored content as everybody else speaks of it. */
export function contentOf(stored: StoredContent): AnnotationContent & { codebookVersion: number } {
  return {
    label: stored.label,
    segments: stored.segments.map(([start, end]) => ({ start, end })),
    attributes: stored.attributes,
    note: stored.note,
    confidence: stored.confidence,
    codebookVersion: stored.codebookVersion,
  };
}

/**
 * A time as PostgreSQL writes it into JSON, in UTC to the millisecond as the API tells it. Sessions in
 * UTC, the usual case, are spared the calendar: thousands of rows have two times each.
 */
export function instantOf(written: string): string {
  if (!written.endsWith('+00:00')) return new Date(written).toISOString();
  const fraction = written.length > 26 ? written.slice(20, -6) : '';
  return `${written.slice(0, 19)}.${fraction.padEnd(3, '0')}Z`;
}
