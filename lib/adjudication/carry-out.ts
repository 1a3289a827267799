import { v7 } from 'uuid';
import type { Announcement } from '@/lib/access/announcement';
import type { Viewer } from '@/lib/access/viewer';
import type { Annotation } from '@/lib/annotation/annotation';
import { placed } from '@/lib/annotation/deed';
import type { WrittenDeed } from '@/lib/annotation/deed-store';
import { writeDeeds } from '@/lib/annotation/deed-store';
import { deedsTold, layerTold } from '@/lib/annotation/deeds-told';
import { requireFewAnnotations } from '@/lib/annotation/layer-limit';
import { findLayer } from '@/lib/annotation/layer-store';
import type { Db } from '@/lib/db';
import { conflict } from '@/lib/refusal';
import type { ConsensusLayer } from './consensus-layer';
import { insertConsensus } from './consensus-layer-store';
import type { Decision } from './decision/decision';
import type { NewDecision } from './decision/decision-store';
import { endDecisions, insertDecisions } from './decision/decision-store';
import type { PlannedOutcome, Standing } from './decision/outcome-plan';
import { settleRelations } from './settle-relations';
import type { SettlingGround } from './settling-ground';

/** A decision to be made: what it says but for its outcome’s names, and what it takes the place of. */
export type Making = {
  decision: Omit<NewDecision, 'outcome'>;
  outcomes: PlannedOutcome[];
  replaces: Decision[];
};

/** Everything that is to be done to a consensus at once. */
export type CarryOut = { makings: Making[]; ends: Decision[]; gone: Standing[] };

type Named = { id: string; planned: PlannedOutcome };

function deedOf({ id, planned: { outcome, onto } }: Named, text: string): WrittenDeed {
  const { from: _, codebookVersion, ...content } = outcome;
  return {
    id,
    expected: onto?.version ?? 0,
    deed: 'put',
    deedId: null,
    becoming: placed(text, content, codebookVersion),
  };
}

function removalOf({ id, version }: Standing, ground: SettlingGround): WrittenDeed[] {
  const stored = ground.standing.get(id);
  if (stored === undefined) return [];
  const { label, segments, attributes, note, confidence, codebookVersion } = stored;
  const content = { label, segments, attributes, note, confidence };
  const becoming = placed(ground.frozen.text, content, codebookVersion);
  return [{ id, expected: version, deed: 'remove', deedId: null, becoming }];
}

async function consensusOf(tx: Db, { consensus, context }: SettlingGround) {
  if (consensus !== null) return { layer: consensus, told: [] };
  const { articleId, revisionId } = context;
  const layer = await insertConsensus(tx, { articleId, revisionId });
  const view = await findLayer(tx, layer.id);
  return { layer, told: view === null ? [] : layerTold(view) };
}

async function written(
  tx: Db,
  userId: string,
  layer: ConsensusLayer,
  ground: SettlingGround,
  deeds: WrittenDeed[],
) {
  if (deeds.length === 0) return { versions: new Map<string, number>(), told: [] };
  const writing = await writeDeeds(tx, layer.id, userId, deeds);
  if (writing === null)
    throw conflict(
      'Somebody else is settling this article. Nothing was changed; please try again.',
    );
  const { outcomes, before } = writing;
  const changed = deeds.flatMap(({ id, deed, becoming }) => {
    const outcome = outcomes.get(id);
    const annotation: Annotation | undefined = outcome && {
      id,
      layerId: layer.id,
      ...becoming,
      ...outcome,
    };
    return annotation === undefined ? [] : [{ deed, annotation }];
  });
  const place = { layerId: layer.id, articleId: ground.context.articleId };
  return {
    versions: new Map([...outcomes].map(([id, { version }]) => [id, version])),
    told: deedsTold({ ...place, kind: 'consensus', authorId: null }, before, changed),
  };
}

/**
 * Does to the consensus what was planned: its annotations with their history, the decisions, what they
 * take the place of, and the relations that follow. The article is to be held. Answers what to tell
 * once it is committed.
 */
export async function carryOut(
  tx: Db,
  { userId }: Viewer,
  ground: SettlingGround,
  { makings, ends, gone }: CarryOut,
): Promise<Announcement[]> {
  if (makings.length + ends.length === 0) return [];
  const { layer, told } = await consensusOf(tx, ground);
  const named = makings.map(({ outcomes }) =>
    outcomes.map((planned): Named => ({ id: planned.onto?.id ?? v7(), planned })),
  );
  const { text } = ground.frozen;
  const puts = named.flat().filter(({ planned }) => !planned.same);
  const added = puts.filter(({ planned }) => planned.onto === null).length;
  if (added > gone.length) requireFewAnnotations(ground.standing.size + added - gone.length);
  const done = await written(tx, userId, layer, ground, [
    ...puts.map((one) => deedOf(one, text)),
    ...gone.flatMap((one) => removalOf(one, ground)),
  ]);
  const { articleId, revisionId } = ground.context;
  const decisions = makings.map(({ decision }, at): NewDecision => {
    const outcome = (named[at] ?? []).map(({ id, planned: { outcome: made, onto } }) => ({
      annotationId: id,
      version: done.versions.get(id) ?? onto?.version ?? 1,
      label: made.label,
      from: made.from,
    }));
    return { ...decision, outcome };
  });
  await insertDecisions(tx, { articleId, revisionId, layerId: layer.id, byId: userId }, decisions);
  await endDecisions(tx, userId, [
    ...makings.flatMap(({ decision, replaces }) =>
      replaces.map(({ id }) => ({ id, replacedBy: decision.id })),
    ),
    ...ends.map(({ id }) => ({ id, replacedBy: null })),
  ]);
  await settleRelations(tx, ground, layer.id);
  const settled: Announcement[] = (['readings', 'consensus'] as const).map((kind) => ({
    kind: 'message',
    room: { kind, articleId },
    message: { kind: 'settled' },
  }));
  return [...told, ...done.told, ...settled];
}
