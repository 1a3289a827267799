import { v7 } from 'uuid';
import { announce } from '@/lib/live/announce';
import type { Announcement } from '@/lib/live/announcement';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import type { Making } from '../carry-out';
import { carryOut } from '../carry-out';
import { holdArticle } from '../consensus-layer-store';
import { decidedOn, labelsOf } from '../decision/decided-on';
import { readAdjudicationSnapshot } from '@/lib/adjudication/read-adjudication-snapshot';
import type { AdjudicationSnapshot } from '@/lib/adjudication/adjudication-snapshot';
import { requireAdjudicable } from '@/lib/adjudication/adjudication-snapshot';
import { annotationsOfUnit } from '@/lib/adjudication/unit/adjudication-unit';
import type { MergeStrategy } from '../merge-strategy';
import type { MergeInput, MergeView } from './merge-input';
import { insertMerge } from './merge-store';
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

/** `mergeArticle` without its announcements, which are answered: for a worker, which has nobody to announce to. */
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
    const { decisions, ends, gone, counts } = planFor(snapshot, strategy);
    await insertMerge(tx, { id: mergeId, articleId, strategy, counts, byId: viewer.userId });
    const makings = decisions.map((one) => makingOf(one, mergeId, snapshot.frozen.text));
    return {
      strategy,
      counts,
      announcements: await carryOut(tx, viewer, snapshot, { makings, ends, gone }),
    };
  });
  return { view: { mergeId, articleId, ...done }, announcements: announcements };
}

/**
 * Settles by rule what the strategy settles of an article, or says what it would settle. What a person
 * has decided stays; run again with nothing new it changes nothing but that it was run.
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
