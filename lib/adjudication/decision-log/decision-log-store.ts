import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { findStoredDecisions } from '@/lib/adjudication/decision/stored-decision-store';
import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';
import type { DecisionFilters, LabelDecisionCounts } from './decision-log';
import type { OpenArticles } from './open-articles';
import { allAccessKeys } from './open-articles';

/** The project, the viewer, and the articles in which they may see what. */
export type DecisionLogViewer = {
  projectId: string;
  userId: string;
  open: OpenArticles;
};

/** Whether the person's access state for the article is one of these; see `accessKey`. */
function isOpen(keys: readonly string[], userId: string): Prisma.Sql {
  if (keys.length === allAccessKeys.length) return Prisma.sql`true`;
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

/** Whether the viewer may see a decision, by the rules of `canReachDecision`. */
function isReached({ open, userId }: DecisionLogViewer): Prisma.Sql {
  const isOwn = Prisma.sql`d.sources @> jsonb_build_array(jsonb_build_array(${ownLayer(userId)}))`;
  const makes = Prisma.sql`(jsonb_array_length(d.outcome) > 0
    OR coalesce((d.relation ->> 'isInConsensus')::boolean, false))`;
  return Prisma.sql`(${isOpen(open.whole, userId)}
    OR (coalesce(${isOwn}, false) AND ${isOpen(open.own, userId)})
    OR (d."endedAt" IS NULL AND ${makes} AND ${isOpen(open.consensus, userId)}))`;
}

/**
 * The rejected labels that the viewer may see: only those of their own versions where the decision
 * is narrowed.
 */
function declinedFor({ open, userId }: DecisionLogViewer): Prisma.Sql {
  return Prisma.sql`(CASE WHEN ${isOpen(open.whole, userId)} THEN d."rejectedLabels" ELSE ARRAY(
    SELECT DISTINCT v.content ->> 'label' FROM jsonb_array_elements(d.sources) s
    JOIN "AnnotationEvent" v ON v."annotationId" = (s ->> 1)::uuid AND v.version = (s ->> 2)::int
    WHERE (s ->> 0)::uuid = ${ownLayer(userId)} AND v.content ->> 'label' = ANY(d."rejectedLabels")) END)`;
}

const has = (column: Prisma.Sql, text: string): Prisma.Sql =>
  Prisma.sql`strpos(lower(${column}), lower(${text})) > 0`;

function ofLabel({ label, as }: DecisionFilters, declinedLabels: Prisma.Sql): Prisma.Sql[] {
  const [finalLabels, rejectedLabels] =
    label === ''
      ? [
          Prisma.sql`cardinality(d."finalLabels") > 0`,
          Prisma.sql`cardinality(${declinedLabels}) > 0`,
        ]
      : [
          Prisma.sql`${label} = ANY(d."finalLabels")`,
          Prisma.sql`${label} = ANY(${declinedLabels})`,
        ];
  if (as !== undefined) return [as === 'example' ? finalLabels : rejectedLabels];
  return label === '' ? [] : [Prisma.sql`(${finalLabels} OR ${rejectedLabels})`];
}

const byWhom = {
  people: [Prisma.sql`d.kind <> 'rule'`],
  rule: [Prisma.sql`d.kind = 'rule'`],
  anyone: [],
};

function conditions(logViewer: DecisionLogViewer, filters: DecisionFilters): Prisma.Sql[] {
  const { reason, source, text, kind, article, by, current } = filters;
  const { open, userId, projectId } = logViewer;
  return [
    Prisma.sql`t."projectId" = ${projectId}::uuid AND t."archivedAt" IS NULL`,
    isReached(logViewer),
    current ? Prisma.sql`d."endedAt" IS NULL` : Prisma.sql`d."endedAt" IS NOT NULL`,
    ...byWhom[by],
    ...ofLabel(filters, declinedFor(logViewer)),
    ...(reason === '' ? [] : [Prisma.sql`d."reasonKey" = ${reason}`]),
    ...(kind === undefined ? [] : [Prisma.sql`d.kind = ${kind}`]),
    ...(article === undefined ? [] : [Prisma.sql`t.id = ${article}::uuid`]),
    ...(source === ''
      ? []
      : [isOpen(open.sources, userId), has(Prisma.sql`coalesce(t.source, '')`, source)]),
    ...(text === ''
      ? []
      : [Prisma.sql`(${has(Prisma.sql`d.quote`, text)} OR ${has(Prisma.sql`d.reason`, text)})`]),
  ];
}

/** The cursor of the list: when a decision was made, and its id. */
type DecisionLogKey = readonly [at: string, id: string];

/**
 * The matching decisions that the viewer may see, newest first, after `after`; at most `limit`.
 * Those of archived articles are left out.
 */
export async function findLogDecisions(
  db: Db,
  logViewer: DecisionLogViewer,
  { after, limit, ...filters }: DecisionFilters & { after: DecisionLogKey | null; limit: number },
): Promise<StoredDecision[]> {
  const earlier =
    after === null
      ? []
      : [Prisma.sql`(d.at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`];
  return findStoredDecisions(
    db,
    Prisma.join([...conditions(logViewer, filters), ...earlier], ' AND '),
    Prisma.sql`ORDER BY d.at DESC, d.id DESC LIMIT ${limit}::int`,
  );
}

/**
 * How many of the matching decisions are examples and near misses of each label, by label, in one
 * query.
 */
export async function findLabelDecisionCounts(
  db: Db,
  logViewer: DecisionLogViewer,
  filters: DecisionFilters,
): Promise<LabelDecisionCounts[]> {
  return db.$queryRaw<LabelDecisionCounts[]>`
    SELECT l.label, count(*)::int AS decisions,
      (count(*) FILTER (WHERE l.label = ANY(d."finalLabels")))::int AS examples,
      (count(*) FILTER (WHERE l.label = ANY(o.labels)))::int AS "nearMisses"
    FROM "Decision" d JOIN "Article" t ON t.id = d."articleId"
      CROSS JOIN LATERAL (SELECT ${declinedFor(logViewer)} AS labels) o
      CROSS JOIN LATERAL (SELECT DISTINCT unnest(d."finalLabels" || o.labels) AS label) l
    WHERE ${Prisma.join(conditions(logViewer, filters), ' AND ')}
    GROUP BY l.label ORDER BY l.label COLLATE "C"`;
}
