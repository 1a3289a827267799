import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { findKeptDecisions } from '../decision/kept-decision-store';
import type { KeptDecision } from '../decision/seen-decision';
import type { CasesSought } from './cases-query';
import type { LabelCases } from './label-cases';
import type { OpenArticles } from './open-articles';
import { everyStand } from './open-articles';

/** In which project who looks, and of which articles what is open to them. */
export type CaseReader = {
  projectId: string;
  userId: string;
  open: OpenArticles;
};

/** Whether the person’s stand to the article is one of these; see `standKey`. */
function isOpen(keys: readonly string[], userId: string): Prisma.Sql {
  if (keys.length === everyStand.length) return Prisma.sql`true`;
  return Prisma.sql`(coalesce((SELECT own.state || ' ' || CASE
      (SELECT bool_or(r.after IS NULL) FROM "RoundLayer" r WHERE r."layerId" = own.id)
      WHEN true THEN 'open' WHEN false THEN 'over' ELSE 'none' END
    FROM "Layer" own WHERE own."articleId" = t.id AND own.kind = 'analyst'
      AND own."authorId" = ${userId}::uuid), 'none none')
    || CASE WHEN t."calibrationSince" IS NULL THEN ' plain ' ELSE ' measures ' END
    || coalesce((SELECT c.state FROM "Layer" c WHERE c."articleId" = t.id AND c.kind = 'consensus'
      LIMIT 1), 'open')) = ANY(${[...keys]}::text[])`;
}

const ownLayer = (userId: string): Prisma.Sql => Prisma.sql`(SELECT own.id FROM "Layer" own
  WHERE own."articleId" = t.id AND own.kind = 'analyst' AND own."authorId" = ${userId}::uuid)`;

/** Whether a decision is open to the reader, as `canReachDecision` has it. */
function isReached({ open, userId }: CaseReader): Prisma.Sql {
  const isOwn = Prisma.sql`d.sources @> jsonb_build_array(jsonb_build_array(${ownLayer(userId)}))`;
  const makes = Prisma.sql`(jsonb_array_length(d.outcome) > 0
    OR coalesce((d.relation ->> 'stands')::boolean, false))`;
  return Prisma.sql`(${isOpen(open.whole, userId)}
    OR (coalesce(${isOwn}, false) AND ${isOpen(open.own, userId)})
    OR (d."endedAt" IS NULL AND ${makes} AND ${isOpen(open.consensus, userId)}))`;
}

/** The labels that a decision is told to have declined: of one's own versions alone where it is narrowed. */
function declinedFor({ open, userId }: CaseReader): Prisma.Sql {
  return Prisma.sql`(CASE WHEN ${isOpen(open.whole, userId)} THEN d.declined ELSE ARRAY(
    SELECT DISTINCT v.content ->> 'label' FROM jsonb_array_elements(d.sources) s
    JOIN "AnnotationEvent" v ON v."annotationId" = (s ->> 1)::uuid AND v.version = (s ->> 2)::int
    WHERE (s ->> 0)::uuid = ${ownLayer(userId)} AND v.content ->> 'label' = ANY(d.declined)) END)`;
}

const has = (column: Prisma.Sql, text: string): Prisma.Sql =>
  Prisma.sql`strpos(lower(${column}), lower(${text})) > 0`;

function ofLabel({ label, as }: CasesSought, declinedLabels: Prisma.Sql): Prisma.Sql[] {
  const [given, declined] =
    label === ''
      ? [Prisma.sql`cardinality(d.given) > 0`, Prisma.sql`cardinality(${declinedLabels}) > 0`]
      : [Prisma.sql`${label} = ANY(d.given)`, Prisma.sql`${label} = ANY(${declinedLabels})`];
  if (as !== undefined) return [as === 'example' ? given : declined];
  return label === '' ? [] : [Prisma.sql`(${given} OR ${declined})`];
}

const byWhom = {
  people: [Prisma.sql`d.deed <> 'rule'`],
  rule: [Prisma.sql`d.deed = 'rule'`],
  anyone: [],
};

function conditions(reader: CaseReader, sought: CasesSought): Prisma.Sql[] {
  const { reason, source, text, deed, article, by, standing } = sought;
  const { open, userId, projectId } = reader;
  return [
    Prisma.sql`t."projectId" = ${projectId}::uuid AND t."archivedAt" IS NULL`,
    isReached(reader),
    standing ? Prisma.sql`d."endedAt" IS NULL` : Prisma.sql`d."endedAt" IS NOT NULL`,
    ...byWhom[by],
    ...ofLabel(sought, declinedFor(reader)),
    ...(reason === '' ? [] : [Prisma.sql`d."reasonKey" = ${reason}`]),
    ...(deed === undefined ? [] : [Prisma.sql`d.deed = ${deed}`]),
    ...(article === undefined ? [] : [Prisma.sql`t.id = ${article}::uuid`]),
    ...(source === ''
      ? []
      : [isOpen(open.sources, userId), has(Prisma.sql`coalesce(t.source, '')`, source)]),
    ...(text === ''
      ? []
      : [Prisma.sql`(${has(Prisma.sql`d.quote`, text)} OR ${has(Prisma.sql`d.reason`, text)})`]),
  ];
}

/** The place of a case in the list: when it was decided, and its id. */
export type CaseKey = readonly [at: string, id: string];

/** The cases that are sought and open to the reader, the newest first, after `after`; at most `most`. Those of archived articles are put away with them. */
export async function findCases(
  db: Db,
  reader: CaseReader,
  { after, most, ...sought }: CasesSought & { after: CaseKey | null; most: number },
): Promise<KeptDecision[]> {
  const earlier =
    after === null
      ? []
      : [Prisma.sql`(d.at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`];
  return findKeptDecisions(
    db,
    Prisma.join([...conditions(reader, sought), ...earlier], ' AND '),
    Prisma.sql`ORDER BY d.at DESC, d.id DESC LIMIT ${most}::int`,
  );
}

/** How many of the sought cases teach which label, by label, in one query. */
export async function countCases(
  db: Db,
  reader: CaseReader,
  sought: CasesSought,
): Promise<LabelCases[]> {
  return db.$queryRaw<LabelCases[]>`
    SELECT l.label, count(*)::int AS cases,
      (count(*) FILTER (WHERE l.label = ANY(d.given)))::int AS examples,
      (count(*) FILTER (WHERE l.label = ANY(o.declined)))::int AS "nearMisses"
    FROM "Decision" d JOIN "Article" t ON t.id = d."articleId"
      CROSS JOIN LATERAL (SELECT ${declinedFor(reader)} AS declined) o
      CROSS JOIN LATERAL (SELECT DISTINCT unnest(d.given || o.declined) AS label) l
    WHERE ${Prisma.join(conditions(reader, sought), ' AND ')}
    GROUP BY l.label ORDER BY l.label COLLATE "C"`;
}
