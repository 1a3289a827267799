import type { Db } from '@/lib/db';
import { Prisma } from '@/prisma/generated/client';
import { findKeptDecisions } from '../decision/kept-decision-store';
import type { KeptDecision } from '../decision/seen-decision';
import type { CasesSought } from './cases-query';
import type { LabelCases } from './label-cases';
import type { openArticles } from './open-articles';

/** In which project who looks, and of which articles what is open to them. */
export type CaseReader = {
  projectId: string;
  userId: string;
  open: ReturnType<typeof openArticles>;
};

/** Whether the person’s stand to the article is one of these; see `standKey`. */
function isOpen(keys: readonly string[], userId: string): Prisma.Sql {
  return Prisma.sql`(coalesce((SELECT own.state || ' ' || CASE
      (SELECT bool_or(r.after IS NULL) FROM "RoundLayer" r WHERE r."layerId" = own.id)
      WHEN true THEN 'open' WHEN false THEN 'over' ELSE 'none' END
    FROM "Layer" own WHERE own."articleId" = t.id AND own.kind = 'analyst'
      AND own."authorId" = ${userId}::uuid), 'none none')
    || CASE WHEN t."calibrationSince" IS NULL THEN ' plain' ELSE ' measures' END)
    = ANY(${[...keys]}::text[])`;
}

const has = (column: Prisma.Sql, text: string): Prisma.Sql =>
  Prisma.sql`strpos(lower(${column}), lower(${text})) > 0`;

function ofLabel({ label, as }: CasesSought): Prisma.Sql[] {
  const [given, declined] =
    label === ''
      ? [Prisma.sql`cardinality(d.given) > 0`, Prisma.sql`cardinality(d.declined) > 0`]
      : [Prisma.sql`${label} = ANY(d.given)`, Prisma.sql`${label} = ANY(d.declined)`];
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
    isOpen(open.cases, userId),
    standing ? Prisma.sql`d."endedAt" IS NULL` : Prisma.sql`d."endedAt" IS NOT NULL`,
    ...byWhom[by],
    ...ofLabel(sought),
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
      (count(*) FILTER (WHERE l.label = ANY(d.declined)))::int AS "nearMisses"
    FROM "Decision" d JOIN "Article" t ON t.id = d."articleId",
      LATERAL (SELECT DISTINCT unnest(d.given || d.declined) AS label) l
    WHERE ${Prisma.join(conditions(reader, sought), ' AND ')}
    GROUP BY l.label ORDER BY l.label COLLATE "C"`;
}
