import type { LayerContext } from './layer-access';
import type { StoredContent } from './annotation';
import { contentOf, instantOf } from './annotation';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { NextContent, Done, Stored } from './sent-change';
import type { ChangeKind } from './history';
import type { LayerContextRow } from './layer-store';
import { layerContextColumns, layerContextFrom, layerContextOf } from './layer-store';

/** A layer's context with the annotations and earlier events that the changes sent refer to. */
export type ChangeContext = LayerContext & {
  /** Number of events of the layer; it never has more annotations than that. */
  eventCount: number;
  stored: Map<string, Stored>;
  done: Map<string, Done>;
};

type StoredRow = StoredContent & Omit<Stored, keyof StoredContent>;

function storedOf(row: StoredRow): Stored {
  const { createdAt, updatedAt } = row;
  return {
    ...row,
    ...contentOf(row),
    createdAt: instantOf(createdAt),
    updatedAt: instantOf(updatedAt),
  };
}

/**
 * Loads the layer, the annotations with these ids in whichever layer, and the events with these
 * idempotency keys, with one query; null where there is no such layer.
 */
export async function findChangeContext(
  db: Db,
  layerId: string,
  userId: string,
  annotationIds: string[],
  idempotencyKeys: string[],
): Promise<ChangeContext | null> {
  const rows = await db.$queryRaw<
    (LayerContextRow & { eventCount: number; stored: StoredRow[] | null; done: Done[] | null })[]
  >`
    SELECT ${layerContextColumns(userId)}, l."eventCount",
      (SELECT json_agg(json_build_object('id', x.id, 'layerId', x."layerId", 'label', x.label,
          'codebookVersion', x."codebookVersion", 'segments', x.segments,
          'attributes', x.attributes, 'note', x.note, 'confidence', x.confidence,
          'version', x.version, 'createdAt', x."createdAt", 'updatedAt', x."updatedAt",
          'removed', x."removedAt" IS NOT NULL))
        FROM "Annotation" x WHERE x.id = ANY(${annotationIds}::uuid[])) AS stored,
      (SELECT json_agg(json_build_object('idempotencyKey', e.\"idempotencyKey\", 'annotationId', e."annotationId",
          'layerId', e."layerId", 'byId', e."byId", 'kind', e.kind, 'version', e.version,
          'sequence', e.sequence, 'content', e.content, 'at', e.at, 'before', (SELECT b.kind FROM "AnnotationEvent" b
            WHERE b."annotationId" = e."annotationId" AND b.version = e.version - 1)))
        FROM "AnnotationEvent" e WHERE e."idempotencyKey" = ANY(${idempotencyKeys}::uuid[])) AS done
    ${layerContextFrom(userId)} WHERE l.id = ${layerId}::uuid`;
  const row = rows[0];
  if (row === undefined) return null;
  const { stored, done, eventCount, ...context } = row;
  return {
    ...layerContextOf(context),
    eventCount,
    stored: new Map((stored ?? []).map((found) => [found.id, storedOf(found)])),
    done: new Map(
      (done ?? []).map((found) => [found.idempotencyKey, { ...found, at: instantOf(found.at) }]),
    ),
  };
}

/** Number of current annotations of a layer, not counting those with these ids. */
export function countOthers(db: Db, layerId: string, ids: readonly string[]): Promise<number> {
  return db.annotation.count({
    where: { layerId, removedAt: null, id: { notIn: [...ids] } },
  });
}

/**
 * One change to be written. `expected` is the version that it replaces; 0 where there is none yet.
 */
export type WrittenChange = {
  id: string;
  expected: number;
  kind: ChangeKind;
  idempotencyKey: string | null;
  nextContent: NextContent;
};

/** The annotation's version and times after a change. */
export type Outcome = { version: number; createdAt: string; updatedAt: string };

function rowsOf(changes: readonly WrittenChange[]): string {
  return JSON.stringify(
    changes.map(({ id, expected, kind, idempotencyKey, nextContent }, at) => ({
      n: at + 1,
      id,
      expected,
      kind,
      idempotencyKey,
      ...nextContent,
      segments: nextContent.segments.map(({ start, end }) => [start, end]),
      start: nextContent.segments[0]?.start,
      end: nextContent.segments.at(-1)?.end,
    })),
  );
}

// The statement aborts itself by a division by zero (22012); 23505 is an event or annotation that
// was created concurrently.
const clashes = /\b(?:22012|23505|P2002|40P01|40001)\b/;

function isClash(thrown: unknown): boolean {
  if (!(thrown instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return clashes.test(`${thrown.code} ${JSON.stringify(thrown.meta ?? {})}`);
}

/**
 * What was written: the number of events that the layer had before, and the outcome by annotation
 * id.
 */
export type Writing = { before: number; outcomes: Map<string, Outcome> };

/**
 * Writes all changes with their events and the layer's counter, or none of them, in one statement:
 * updating the layer's row serializes the writers of one layer, and each change applies only to the
 * version that it expects. Null where the layer is no longer open or something in it has changed
 * since it was read; then nothing was written.
 */
export async function writeChanges(
  db: Db,
  layerId: string,
  userId: string,
  changes: readonly WrittenChange[],
): Promise<Writing | null> {
  const count = changes.length;
  const rows = db.$queryRaw<{ before: number | null; written: ({ id: string } & Outcome)[] }[]>`
    WITH sent AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${rowsOf(changes)}::jsonb) AS s(n int, id uuid, expected int,
        kind text, "idempotencyKey" uuid, label text, "codebookVersion" int, segments jsonb, start int,
        "end" int, quote text, prefix text, suffix text, attributes jsonb, note text,
        confidence float8)
    ), layer AS (
      UPDATE "Layer" SET "eventCount" = "eventCount" + ${count}::int
      WHERE id = ${layerId}::uuid AND state = 'open' RETURNING id, "eventCount" - ${count}::int AS before
    ), made AS (
      INSERT INTO "Annotation" (id, "layerId", label, "codebookVersion", segments, start, "end",
        quote, prefix, suffix, attributes, note, confidence, version, "createdAt", "updatedAt")
      SELECT s.id, layer.id, s.label, s."codebookVersion", s.segments, s.start, s."end", s.quote,
        s.prefix, s.suffix, s.attributes, s.note, s.confidence, 1, now(), now()
      FROM sent s CROSS JOIN layer WHERE s.expected = 0
      ON CONFLICT (id) DO NOTHING RETURNING id, version, "createdAt", "updatedAt"
    ), changed AS (
      UPDATE "Annotation" a SET label = s.label, "codebookVersion" = s."codebookVersion",
        segments = s.segments, start = s.start, "end" = s."end", quote = s.quote,
        prefix = s.prefix, suffix = s.suffix, attributes = s.attributes, note = s.note,
        confidence = s.confidence, version = a.version + 1, "updatedAt" = now(),
        "removedAt" = CASE WHEN s.kind = 'remove' THEN now() END
      FROM sent s CROSS JOIN layer
      WHERE s.expected > 0 AND a.id = s.id AND a."layerId" = layer.id AND a.version = s.expected
      RETURNING a.id, a.version, a."createdAt", a."updatedAt"
    ), written AS (
      SELECT * FROM made UNION ALL SELECT * FROM changed
    ), logged AS (
      INSERT INTO "AnnotationEvent" ("annotationId", version, "layerId", sequence, kind, content,
        "idempotencyKey", "byId", at)
      SELECT s.id, w.version, layer.id, layer.before + s.n, s.kind,
        jsonb_build_object('label', s.label, 'segments', s.segments, 'attributes', s.attributes,
          'note', s.note, 'confidence', s.confidence, 'codebookVersion', s."codebookVersion"),
        s."idempotencyKey", ${userId}::uuid, now()
      FROM sent s JOIN written w ON w.id = s.id CROSS JOIN layer
    )
    SELECT json_agg(written) AS written, (SELECT before FROM layer) AS before, 1 / (count(*) = ${count}::int)::int AS whole FROM written`;
  const written = await rows.catch((thrown: unknown) => {
    if (isClash(thrown)) return null;
    throw thrown;
  });
  if (written === null) return null;
  const outcomes = (written[0]?.written ?? []).map(
    ({ id, version, createdAt, updatedAt }): [string, Outcome] => [
      id,
      { version, createdAt: instantOf(createdAt), updatedAt: instantOf(updatedAt) },
    ],
  );
  return { before: written[0]?.before ?? 0, outcomes: new Map(outcomes) };
}
