import { v7 } from 'uuid';
import { announce } from '@/lib/access/announce';
import type { Announcement } from '@/lib/access/announcement';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import type { Making } from '../carry-out';
import { carryOut } from '../carry-out';
import { holdArticle } from '../consensus-layer-store';
import { decidedOn, labelsOf } from '../decision/decided-on';
import { readGround } from '../read-ground';
import type { SettlingGround } from '../settling-ground';
import { requireSettleable } from '../settling-ground';
import { marksOf } from '../unit/settling-unit';
import type { MergeStrategy } from '../merge-strategy';
import type { MergeInput, MergeView } from './merge-input';
import { insertMerge } from './merge-store';
import type { MergePlan, PlannedDecision } from './plan-merge';
import { planMerge } from './plan-merge';

function planFor(ground: SettlingGround, strategy: MergeStrategy): MergePlan {
  requireSettleable(ground);
  const { placed, standing, readings, frozen } = ground;
  return planMerge(placed, standing, { strategy, readings: readings.length, text: frozen.text });
}

function makingOf(
  { unit, result, outcomes, replaces }: PlannedDecision,
  mergeId: string,
  text: string,
): Making {
  const said = marksOf(unit).map(({ mark }) => mark.label);
  return {
    decision: {
      id: v7(),
      ...decidedOn(unit, text),
      deed: 'rule',
      rule: result.rule,
      mergeId,
      relation: null,
      openAttributes: result.openAttributes,
      ...labelsOf(said, result.outcomes),
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
    const ground = await readGround(db(), viewer, articleId);
    const strategy = wanted ?? ground.rules.strategy;
    const { counts } = planFor(ground, strategy);
    return { view: { mergeId: null, articleId, strategy, counts }, announcements: [] };
  }
  const mergeId = v7();
  const { told, ...done } = await transaction(async (tx) => {
    await holdArticle(tx, articleId);
    const ground = await readGround(tx, viewer, articleId);
    const strategy = wanted ?? ground.rules.strategy;
    const { decisions, ends, gone, counts } = planFor(ground, strategy);
    await insertMerge(tx, { id: mergeId, articleId, strategy, counts, byId: viewer.userId });
    const makings = decisions.map((one) => makingOf(one, mergeId, ground.frozen.text));
    return { strategy, counts, told: await carryOut(tx, viewer, ground, { makings, ends, gone }) };
  });
  return { view: { mergeId, articleId, ...done }, announcements: told };
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
