import { z } from 'zod';
import type { OffsetUnit } from '@/lib/article/code-points';
import { offsetUnits } from '@/lib/article/code-points';
import type { Segment } from '@/lib/article/segment';
import { isStorable, prose } from '@/lib/text-input';

/** The value of one attribute of a label; the codebook defines its type. */
export type AttributeValue = string | number | boolean;

/**
 * What an analyst says about a passage. Segments are in UTF-16 code units, ascending, and neither
 * overlap nor touch.
 */
export type AnnotationContent = {
  label: string;
  segments: Segment[];
  attributes: Record<string, AttributeValue>;
  note: string;
  /** From 0 to 1; null where it was not given. */
  confidence: number | null;
};

/** An annotation in its current version, with its quote and anchor (prefix and suffix). */
export type Annotation = AnnotationContent & {
  id: string;
  layerId: string;
  /**
   * The version of the published codebook against which its label and attributes were validated.
   */
  codebookVersion: number;
  /** The segments' texts joined by " … ". */
  quote: string;
  prefix: string;
  suffix: string;
  /** Incremented by every change; also the ETag. */
  version: number;
  createdAt: string;
  updatedAt: string;
};

/** The id of an annotation: a UUID of any version, in lower case as PostgreSQL prints it. */
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

/** The body of a request that puts an annotation; positions are in its `offsetUnit`. */
export const annotationInput = z.strictObject({
  ...fields,
  offsetUnit: z.enum(offsetUnits).default('code-point'),
});

/** The body of a request that puts an annotation. */
export type AnnotationInput = z.infer<typeof annotationInput>;

/** An annotation in an API response; positions are in its `offsetUnit`. */
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

/** An annotation in an API response. */
export type AnnotationView = Annotation & { offsetUnit: OffsetUnit };

const guard = z.int().min(1).optional();

/**
 * Many changes at once, all or none. `offsetUnit` is the default for entries without one; `version`
 * guards an entry as If-Match guards a PUT; an entry without an id is given one.
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

/** Many changes at once, all or none. */
export type BatchInput = z.infer<typeof batchInput>;

/** The result of a batch: the annotations put, in the order sent, and the ids of those removed. */
export const batchView = z.object({
  offsetUnit: z.enum(offsetUnits),
  put: z.array(annotationView.omit({ offsetUnit: true })),
  deleted: z.array(z.uuid()),
});

/** The result of a batch. */
export type BatchView = { offsetUnit: OffsetUnit; put: Annotation[]; deleted: string[] };

/** An annotation's content as the database stores it: segments as pairs of start and end. */
export type StoredContent = {
  label: string;
  segments: [number, number][];
  attributes: Record<string, AttributeValue>;
  note: string;
  confidence: number | null;
  codebookVersion: number;
};

/** Stored content with segments as objects. */
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
 * Converts a time as PostgreSQL prints it in JSON to ISO 8601 in UTC with milliseconds. Times that
 * are in UTC already, the usual case, are not parsed: thousands of rows have two times each.
 */
export function instantOf(written: string): string {
  if (!written.endsWith('+00:00')) return new Date(written).toISOString();
  const fraction = written.length > 26 ? written.slice(20, -6) : '';
  return `${written.slice(0, 19)}.${fraction.padEnd(3, '0')}Z`;
}
