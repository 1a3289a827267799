import type { ComparedAnnotation } from '@/lib/comparison/compared-unit';
import { setImmediate } from 'node:timers/promises';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { isSmallProject } from '@/lib/annotation/workload';
import { passingText } from '@/lib/article/frozen-text';
import type { Computation } from '@/lib/compute/computation';
import { compute } from '@/lib/compute/compute';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { absent, forbidden } from '@/lib/refusal';
import type {
  PerformanceQuery,
  AnalystPerformanceListing,
  MeasuredLayer,
} from './analyst-performance';
import { analystPerformanceOf } from './analyst-performance';
import type { AnnotationTuple, ResolvedArticle } from './analyst-performance-store';
import {
  findCalibrated,
  findAnnotationTuples,
  findResolvedArticles,
  findIndependentLayers,
} from './analyst-performance-store';
import { tallyOf } from './tally';

/** How many articles are in memory at once. */
const batchSize = 200;

type ToAnnotations = (tuples: readonly AnnotationTuple[]) => ComparedAnnotation[];

async function inCodePoints({ revisionId, hasPairs }: ResolvedArticle): Promise<ToAnnotations> {
  const index = hasPairs ? (await passingText(db(), revisionId)).indexIn('code-point') : null;
  const toCodePoint = (position: number) => index?.fromUtf16(position) ?? position;
  return (tuples) =>
    tuples.map(([id, label, segments]) => ({
      id,
      label,
      segments: segments.map(([start, end]) => ({
        start: toCodePoint(start),
        end: toCodePoint(end),
      })),
    }));
}

/** Adds the tallies of these articles to each person's. */
async function measure(
  projectId: string,
  articles: readonly ResolvedArticle[],
  userId: string | null,
  into: Map<string, MeasuredLayer[]>,
): Promise<void> {
  const ids = articles.map(({ articleId }) => articleId);
  const [consensusByLayer, layers] = await Promise.all([
    findAnnotationTuples(
      db(),
      articles.map(({ consensusId }) => consensusId),
    ),
    findIndependentLayers(db(), projectId, ids, userId),
  ]);
  const ofArticle = new Map(articles.map((article) => [article.articleId, article]));
  const converters = new Map<string, ToAnnotations>();
  for (const { articleId, revisionId, userId: author, at, annotations } of layers) {
    const article = ofArticle.get(articleId);
    if (article === undefined || article.revisionId !== revisionId) continue;
    const toAnnotations = converters.get(articleId) ?? (await inCodePoints(article));
    converters.set(articleId, toAnnotations);
    const consensus = toAnnotations(consensusByLayer.get(article.consensusId) ?? []);
    const known = into.get(author) ?? [];
    into.set(author, known);
    known.push({ at, tally: tallyOf(toAnnotations(annotations), consensus, article.length) });
  }
}

/**
 * How far people agree with the consensus, over the resolved articles that they have submitted: for
 * managers of everybody who has submitted one, or of one person; for others of themselves alone.
 * Annotations count as they were before their author saw those of others. Takes some ten
 * milliseconds per person and hundred articles, and yields to the event loop in between. Throws
 * `forbidden` for others' performance, and `absent` for people who are no members.
 */
export async function readAnalystPerformance(
  viewer: Viewer,
  projectId: string,
  { user }: PerformanceQuery,
): Promise<AnalystPerformanceListing> {
  const { role } = await requireMembership(viewer, projectId, 'read project');
  const isManager = may(role, 'see analyst performance');
  if (user !== undefined && user !== viewer.userId && !isManager)
    throw forbidden('Only managers see the performance of others.');
  const userId = isManager ? (user ?? null) : viewer.userId;
  const people = await findCalibrated(db(), projectId, userId);
  if (people.length === 0) throw absent('member');
  const articles = await findResolvedArticles(db(), projectId);
  const layers = new Map<string, MeasuredLayer[]>();
  for (let at = 0; at < articles.length; at += batchSize)
    await measure(projectId, articles.slice(at, at + batchSize), userId, layers);
  const items: AnalystPerformanceListing['items'] = [];
  for (const { userId: id, name, calibratedAt, attempts } of people) {
    const own = layers.get(id) ?? [];
    if (own.length === 0 && attempts.length === 0 && userId === null) continue;
    items.push({ user: { id, name }, ...analystPerformanceOf(own), calibratedAt, attempts });
    await setImmediate();
  }
  const byName = new Intl.Collator('en', { numeric: true });
  items.sort((one, other) => byName.compare(one.user.name, other.user.name));
  return { projectId, items };
}

/** How far people agree with the consensus. */
export const performanceComputation: Computation<
  { viewer: Viewer; projectId: string; query: PerformanceQuery },
  AnalystPerformanceListing
> = {
  name: 'calibration/performance',
  subject: 'Comparing these layers with the consensus',
  advice: 'Ask for one person.',
  maxMilliseconds: 60_000,
  run: ({ viewer, projectId, query }) => readAnalystPerformance(viewer, projectId, query),
};

/** `readAnalystPerformance`; in the worker pool where the project has many annotations. */
export async function computePerformance(
  viewer: Viewer,
  projectId: string,
  query: PerformanceQuery,
  signal?: AbortSignal,
): Promise<AnalystPerformanceListing> {
  return compute(
    performanceComputation,
    { viewer, projectId, query },
    {
      userId: viewer.userId,
      isSmall: await isSmallProject(projectId),
      ...(signal && { signal }),
    },
  );
}
