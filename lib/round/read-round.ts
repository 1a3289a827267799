import { publishedCodebook } from '@/lib/codebook/read-codebook';
import type { ProjectMembership } from '@/lib/project/project-access';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ComputationContext } from '@/lib/compute/computation';
import type { ComputeOptions } from '@/lib/compute/compute';
import { compute } from '@/lib/compute/compute';
import { findNames } from '@/lib/access/user-store';
import type { Viewer } from '@/lib/access/viewer';
import { maxSmallAnnotations } from '@/lib/annotation/workload';
import { policyOver, seesOthers } from '@/lib/annotation/visibility';
import { latestVersion } from '@/lib/codebook/codebook-store';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { absent } from '@/lib/refusal';
import type { RoundArticle } from './round-store';
import type { RoundReport } from './round';
import type { MeasuredRound } from './measure-round';
import { roundComputation } from './measure-round';
import { roundFor } from './round';
import { findRound, findRoundArticles } from './round-store';

/** Figures of layers that have not changed since, by a digest of the layers' event counts. */
const measuredBefore = new LRUCache<string, MeasuredRound>({ max: 50 });

async function measured(
  articles: readonly RoundArticle[],
  waiting: ComputeOptions,
): Promise<MeasuredRound> {
  const of = articles.map(({ revisionId, layers }) => [revisionId, layers]);
  const key = createHash('sha256').update(JSON.stringify(of)).digest('base64');
  const layers = articles.flatMap((article) => article.layers);
  const changes = layers.reduce((sum, { before, after }) => sum + before + after, 0);
  const isSmall = changes <= maxSmallAnnotations;
  const known =
    measuredBefore.get(key) ?? (await compute(roundComputation, articles, { ...waiting, isSmall }));
  measuredBefore.set(key, known);
  return known;
}

function openTo(
  { role, blind }: ProjectMembership,
  articles: readonly RoundArticle[],
): RoundArticle[] {
  return articles.filter(({ isCalibration, ownState, discussion }) =>
    seesOthers({ role, blind: policyOver(blind, isCalibration), ownState, discussion }),
  );
}

async function labelNames(projectId: string): Promise<Map<string, string>> {
  const version = await latestVersion(db(), projectId);
  const codebook = await publishedCodebook(db(), projectId, version);
  return new Map(codebook?.labels.map(({ key, name }) => [key, name]));
}

/**
 * A discussion round with its figures: agreement before and after, the changes of each analyst's
 * annotations, and who moved towards whom. An open round is measured as it is now. Only over
 * articles of which the viewer sees others' layers: for managers all. Throws `absent` where there
 * is no such round.
 */
export async function readRound(
  viewer: Viewer,
  projectId: string,
  number: number,
  waiting: ComputationContext = {},
): Promise<RoundReport> {
  const { userId } = viewer;
  const membership = await requireMembership(viewer, projectId, 'read project');
  const round = await findRound(db(), projectId, userId, number);
  if (round === null) throw absent('round');
  const articles = openTo(membership, await findRoundArticles(db(), round.id, userId));
  const { analysts, labels, ...figures } = await measured(articles, {
    ...waiting,
    userId: viewer.userId,
  });
  const [names, labelName] = await Promise.all([
    findNames(
      db(),
      analysts.map(({ id }) => id),
    ),
    labelNames(projectId),
  ]);
  const fields = { ...roundFor(membership.role, round), measured: articles.length };
  if (articles.length === 0)
    return {
      ...fields,
      reason: 'You may see nothing of this round, so there is nothing to measure.',
      figures: [],
      labels: [],
      analysts: [],
      movement: [],
    };
  return {
    ...fields,
    reason: null,
    ...figures,
    labels: labels.map((of) => ({ ...of, name: labelName.get(of.label) ?? of.label })),
    analysts: analysts.map((of) => ({ ...of, name: names.get(of.id) ?? '' })),
  };
}
