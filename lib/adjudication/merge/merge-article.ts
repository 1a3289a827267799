import type { ListingQuery } from '@/lib/page';
import { cursorKey, listing } from '@/lib/page';
import type { Announcement } from '@/lib/live/live-channel';
import { v7 } from 'uuid';
import { z } from 'zod';
import { decidedOn, labelsOf } from '@/lib/adjudication/decision/outcome';
import type { Viewer } from '@/lib/access/viewer';
import type { AdjudicationSnapshot } from '@/lib/adjudication/adjudication-snapshot';
import { requireAdjudicable } from '@/lib/adjudication/adjudication-snapshot';
import type { Making } from '@/lib/adjudication/carry-out';
import { carryOut } from '@/lib/adjudication/carry-out';
import { holdArticle } from '@/lib/adjudication/consensus-layer-store';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import { annotationsOfUnit } from '@/lib/adjudication/unit/adjudication-unit';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import { transaction } from '@/lib/transaction';
import type { MergeStrategy, MergeInput, MergeView, MergeListing } from './merge';
import { insertMerge, findMerges } from './merge-store';
import type { MergePlan, PlannedDecision } from './plan-merge';
import { planMerge } from './plan-merge';

function planFor(snapshot: AdjudicationSnapshot, strategy: MergeStrategy): MergePlan {
  requireAdjudicable(snapshot);
  const { placed, consensusAnnotations, layers, frozen } = snapshot;
  return planMerge(placed, consensusAnnotations, {
    strategy,
    layerCount: layers.length,
    text: frozen.text,
  });
}

function makingOf(
  { unit, result, outcomes, replaces }: PlannedDecision,
  mergeId: string,
  text: string,
): Making {
  const sourceLabels = annotationsOfUnit(unit).map(({ annotation }) => annotation.label);
  return {
    decision: {
      id: v7(),
      ...decidedOn(unit, text),
      kind: 'rule',
      rule: result.rule,
      mergeId,
      relation: null,
      openAttributes: result.openAttributes,
      ...labelsOf(sourceLabels, result.outcomes),
      reasonKey: '',
      reason: '',
    },
    outcomes,
    replaces,
  };
}

/**
 * `mergeArticle` that returns its announcements instead of publishing them: for a worker, which has
 * no live connections.
 */
export async function mergeQuietly(
  viewer: Viewer,
  articleId: string,
  { strategy: wanted, preview }: MergeInput,
): Promise<{ view: MergeView; announcements: Announcement[] }> {
  if (preview) {
    const snapshot = await readAdjudicationSnapshot(db(), viewer, articleId);
    const strategy = wanted ?? snapshot.settings.strategy;
    const { counts } = planFor(snapshot, strategy);
    return { view: { mergeId: null, articleId, strategy, counts }, announcements: [] };
  }
  const mergeId = v7();
  const { announcements, ...done } = await transaction(async (tx) => {
    await holdArticle(tx, articleId);
    const snapshot = await readAdjudicationSnapshot(tx, viewer, articleId);
    const strategy = wanted ?? snapshot.settings.strategy;
    const { decisions, ends, removed, counts } = planFor(snapshot, strategy);
    await insertMerge(tx, { id: mergeId, articleId, strategy, counts, byId: viewer.userId });
    const makings = decisions.map((one) => makingOf(one, mergeId, snapshot.frozen.text));
    return {
      strategy,
      counts,
      announcements: await carryOut(tx, viewer, snapshot, { makings, ends, removed }),
    };
  });
  return { view: { mergeId, articleId, ...done }, announcements: announcements };
}

/**
 * Resolves by rule what the strategy can resolve in an article, or previews it. Decisions of people
 * stay; a second run without changes only records that it was run. Throws `conflict` where nothing
 * can be decided now.
 */
export async function mergeArticle(
  viewer: Viewer,
  articleId: string,
  input: MergeInput,
): Promise<MergeView> {
  const { view, announcements } = await mergeQuietly(viewer, articleId, input);
  announce(...announcements);
  return view;
}

/**
 * The merges that were run over an article, latest first, with strategy, counts and user. For those
 * who see every layer.
 */
export async function listMerges(
  { userId }: Viewer,
  articleId: string,
  { limit, cursor }: ListingQuery,
): Promise<MergeListing> {
  opened(await findArticleContext(db(), articleId, userId), 'see every layer');
  const after = cursorKey(cursor, z.tuple([z.iso.datetime(), z.uuid()]));
  const rows = await findMerges(db(), articleId, { limit: limit + 1, after });
  return listing(
    rows,
    limit,
    ({ at, id }) => [at, id],
    (run) => run,
  );
}
