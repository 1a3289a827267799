import type { StoredContent } from '@/lib/annotation/annotation';
import { contentOf } from '@/lib/annotation/annotation';
import type { UnitDisagreementKind } from '@/lib/adjudication/unit/adjudication-unit';
import { unitDisagreementKinds } from '@/lib/adjudication/unit/adjudication-unit';
import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import type { VersionContent, VersionName } from './annotation-version';
import { versionKey } from './annotation-version';
import type { DecidedRelation, Decision, OutcomeRef, SourceRef } from './decision';
import { parseDecisionKind } from './decision';

type SourceTuple = [layerId: string, annotationId: string, version: number];
type OutcomeTuple = [annotationId: string, version: number, label: string, from: string[]];

/** A decision's row as `decisionColumns` selects it. */
export type DecisionRow = Omit<
  Decision,
  'kind' | 'kinds' | 'sources' | 'outcome' | 'relation' | 'by' | 'at'
> & {
  kind: string;
  kinds: string[];
  sources: SourceTuple[];
  outcome: OutcomeTuple[];
  relation: DecidedRelation | null;
  byId: string;
  byName: string;
  at: Date;
};

/** The columns of a decision `d` made by a user `u`. */
export const decisionColumns = Prisma.sql`
  d.id, d.start, d."end", d.quote, d.kind, d.rule, d."mergeId", d.kinds, d.sources, d.silent, d."versionHashes",
  d.outcome, d.relation, d."openAttributes", d."finalLabels", d."rejectedLabels", d."reasonKey", d.reason,
  d."byId", u.name AS "byName", d.at`;

/** The decision of a row, with any further columns of the row. */
export function decisionOf<Row extends DecisionRow>(row: Row) {
  const { byId, byName, at, ...fields } = row;
  return {
    ...fields,
    kind: parseDecisionKind(row.kind),
    kinds: unitDisagreementKinds.filter((kind) => row.kinds.includes(kind)),
    sources: row.sources.map(([layerId, annotationId, version]): SourceRef => ({
      layerId,
      annotationId,
      version,
    })),
    outcome: row.outcome.map(([annotationId, version, label, from]): OutcomeRef => ({
      annotationId,
      version,
      label,
      from,
    })),
    by: { id: byId, name: byName },
    at: at.toISOString(),
  };
}

/** The decisions of an article that are in force, in text order. */
export async function findCurrentDecisions(db: Db, articleId: string): Promise<Decision[]> {
  const rows = await db.$queryRaw<DecisionRow[]>`
    SELECT ${decisionColumns} FROM "Decision" d JOIN "User" u ON u.id = d."byId"
    WHERE d."articleId" = ${articleId}::uuid AND d."endedAt" IS NULL
    ORDER BY d.start, d."end", d.id`;
  return rows.map(decisionOf);
}

/** A decision to be stored. */
export type NewDecision = Omit<Decision, 'by' | 'at' | 'kinds'> & {
  kinds: readonly UnitDisagreementKind[];
};

/** Where decisions are made, and by whom. */
type DecisionContext = {
  articleId: string;
  revisionId: string;
  layerId: string;
  byId: string;
};

const rowsOf = (decisions: readonly NewDecision[]): string =>
  JSON.stringify(
    decisions.map(({ sources, outcome, ...decision }) => ({
      ...decision,
      sources: sources.map(({ layerId, annotationId, version }) => [
        layerId,
        annotationId,
        version,
      ]),
      outcome: outcome.map(({ annotationId, version, label, from }) => [
        annotationId,
        version,
        label,
        from,
      ]),
    })),
  );

/** Stores decisions, and which versions of consensus annotations they made. */
export async function insertDecisions(
  db: Db,
  { articleId, revisionId, layerId, byId }: DecisionContext,
  decisions: readonly NewDecision[],
): Promise<void> {
  if (decisions.length === 0) return;
  const rows = rowsOf(decisions);
  await db.$executeRaw`
    INSERT INTO "Decision" (id, "articleId", "revisionId", "layerId", start, "end", quote, kind, rule,
      "mergeId", kinds, sources, silent, "versionHashes", outcome, relation, "openAttributes", "finalLabels", "rejectedLabels",
      "reasonKey", reason, "byId", at)
    SELECT s.id, ${articleId}::uuid, ${revisionId}::uuid, ${layerId}::uuid, s.start, s."end", s.quote,
      s.kind, s.rule, s."mergeId", s.kinds, s.sources, s.silent, s."versionHashes", s.outcome,
      nullif(s.relation, 'null'::jsonb), s."openAttributes", s."finalLabels", s."rejectedLabels", s."reasonKey",
      s.reason, ${byId}::uuid, now()
    FROM jsonb_to_recordset(${rows}::jsonb) AS s(id uuid, start int, "end" int, quote text, kind text,
      rule text, "mergeId" uuid, kinds text[], sources jsonb, silent uuid[], "versionHashes" text[],
      outcome jsonb, relation jsonb, "openAttributes" text[], "finalLabels" text[], "rejectedLabels" text[],
      "reasonKey" text, reason text)`;
  await db.$executeRaw`
    INSERT INTO "DecidedVersion" ("annotationId", version, "decisionId")
    SELECT (o ->> 0)::uuid, (o ->> 1)::int, s.id
    FROM jsonb_to_recordset(${rows}::jsonb) AS s(id uuid, outcome jsonb),
      jsonb_array_elements(s.outcome) AS o
    ON CONFLICT ("annotationId", version) DO UPDATE SET "decisionId" = EXCLUDED."decisionId"`;
}

/**
 * Ends decisions; `replacedBy` names what replaced each, null where it was revoked or no longer
 * holds.
 */
export async function endDecisions(
  db: Db,
  byId: string,
  ends: readonly { id: string; replacedBy: string | null }[],
): Promise<void> {
  if (ends.length === 0) return;
  await db.$executeRaw`
    UPDATE "Decision" d SET "endedAt" = now(), "endedById" = ${byId}::uuid,
      "replacedById" = s."replacedBy"
    FROM jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) AS s(id uuid, "replacedBy" uuid)
    WHERE d.id = s.id AND d."endedAt" IS NULL`;
}

/**
 * The article of a decision, who made it, and whether it was replaced; null where there is none
 * with this id.
 */
export async function findDecisionSummary(
  db: Db,
  decisionId: string,
): Promise<{ articleId: string; byId: string; replaced: boolean } | null> {
  const row = await db.decision.findUnique({
    where: { id: decisionId },
    select: { articleId: true, byId: true, replacedById: true },
  });
  return row && { articleId: row.articleId, byId: row.byId, replaced: row.replacedById !== null };
}

/** The contents of versions of annotations, by `versionKey`: every version remains stored. */
export async function findVersionContents(
  db: Db,
  names: readonly VersionName[],
): Promise<Map<string, VersionContent>> {
  if (names.length === 0) return new Map();
  const wanted = JSON.stringify(
    names.map(({ annotationId, version }) => ({ id: annotationId, version })),
  );
  const rows = await db.$queryRaw<(VersionName & { content: StoredContent })[]>`
    SELECT e."annotationId", e.version, e.content
    FROM jsonb_to_recordset(${wanted}::jsonb) AS s(id uuid, version int)
    JOIN "AnnotationEvent" e ON e."annotationId" = s.id AND e.version = s.version`;
  return new Map(rows.map((row) => [versionKey(row), contentOf(row.content)]));
}
