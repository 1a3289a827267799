import type { Announcement } from '@/lib/live/live-channel';
import { requireFewAnnotations } from '@/lib/annotation/layer';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import type { Annotation } from '@/lib/annotation/annotation';
import { placed } from '@/lib/annotation/sent-change';
import type { WrittenChange } from '@/lib/annotation/change-store';
import { writeChanges } from '@/lib/annotation/change-store';
import { changeAnnouncements, layerAnnouncements } from '@/lib/annotation/change-announcements';
import { findLayer } from '@/lib/annotation/layer-store';
import type { Db } from '@/lib/db';
import { conflict } from '@/lib/refusal';
import { insertConsensus } from './consensus-layer-store';
import type { Decision } from './decision/decision';
import type { NewDecision } from './decision/decision-store';
import { endDecisions, insertDecisions } from './decision/decision-store';
import type { PlannedOutcome, ConsensusAnnotation } from './decision/outcome-plan';
import { updateConsensusRelations } from './update-consensus-relations';
import type { AdjudicationSnapshot, ConsensusLayer } from './adjudication-snapshot';

/**
 * A decision to be made: its content but for the ids of its outcome, its outcomes, and the
 * decisions that it replaces.
 */
export type Making = {
  decision: Omit<NewDecision, 'outcome'>;
  outcomes: PlannedOutcome[];
  replaces: Decision[];
};

/** All changes to a consensus that are made at once. */
type CarryOut = { makings: Making[]; ends: Decision[]; removed: ConsensusAnnotation[] };

type Named = { id: string; planned: PlannedOutcome };

function changeOf({ id, planned: { outcome, onto } }: Named, text: string): WrittenChange {
  const { from: _, codebookVersion, ...content } = outcome;
  return {
    id,
    expected: onto?.version ?? 0,
    kind: 'put',
    idempotencyKey: null,
    nextContent: placed(text, content, codebookVersion),
  };
}

function removalOf(
  { id, version }: ConsensusAnnotation,
  snapshot: AdjudicationSnapshot,
): WrittenChange[] {
  const stored = snapshot.consensusAnnotations.get(id);
  if (stored === undefined) return [];
  const { label, segments, attributes, note, confidence, codebookVersion } = stored;
  const content = { label, segments, attributes, note, confidence };
  const nextContent = placed(snapshot.frozen.text, content, codebookVersion);
  return [{ id, expected: version, kind: 'remove', idempotencyKey: null, nextContent }];
}

async function consensusOf(tx: Db, { consensus, context }: AdjudicationSnapshot) {
  if (consensus !== null) return { layer: consensus, announcements: [] };
  const { articleId, revisionId } = context;
  const layer = await insertConsensus(tx, { articleId, revisionId });
  const view = await findLayer(tx, layer.id);
  return { layer, announcements: view === null ? [] : layerAnnouncements(view) };
}

async function written(
  tx: Db,
  userId: string,
  layer: ConsensusLayer,
  snapshot: AdjudicationSnapshot,
  changes: WrittenChange[],
) {
  if (changes.length === 0) return { versions: new Map<string, number>(), announcements: [] };
  const writing = await writeChanges(tx, layer.id, userId, changes);
  if (writing === null)
    throw conflict(
      'Somebody else is adjudicating this article. Nothing was changed; please try again.',
    );
  const { outcomes, before } = writing;
  const changed = changes.flatMap(({ id, kind, nextContent }) => {
    const outcome = outcomes.get(id);
    const annotation: Annotation | undefined = outcome && {
      id,
      layerId: layer.id,
      ...nextContent,
      ...outcome,
    };
    return annotation === undefined ? [] : [{ kind, annotation }];
  });
  const layerRef = { layerId: layer.id, articleId: snapshot.context.articleId };
  return {
    versions: new Map([...outcomes].map(([id, { version }]) => [id, version])),
    announcements: changeAnnouncements(
      { ...layerRef, kind: 'consensus', authorId: null },
      before,
      changed,
    ),
  };
}

/**
 * Writes planned changes to the consensus: its annotations with their history, the decisions, the
 * ends of replaced decisions, and the relations that follow. The caller must hold the article.
 * Returns what to announce after the commit. Throws `conflict` where the consensus was changed
 * meanwhile, and refuses more annotations than a layer may have.
 */
export async function carryOut(
  tx: Db,
  { userId }: Viewer,
  snapshot: AdjudicationSnapshot,
  { makings, ends, removed }: CarryOut,
): Promise<Announcement[]> {
  if (makings.length + ends.length === 0) return [];
  const { layer, announcements } = await consensusOf(tx, snapshot);
  const named = makings.map(({ outcomes }) =>
    outcomes.map((planned): Named => ({ id: planned.onto?.id ?? v7(), planned })),
  );
  const { text } = snapshot.frozen;
  const puts = named.flat().filter(({ planned }) => !planned.same);
  const added = puts.filter(({ planned }) => planned.onto === null).length;
  if (added > removed.length)
    requireFewAnnotations(snapshot.consensusAnnotations.size + added - removed.length);
  const done = await written(tx, userId, layer, snapshot, [
    ...puts.map((one) => changeOf(one, text)),
    ...removed.flatMap((one) => removalOf(one, snapshot)),
  ]);
  const { articleId, revisionId } = snapshot.context;
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
  await updateConsensusRelations(tx, snapshot, layer.id);
  const adjudicatedMessages: Announcement[] = (['layers', 'consensus'] as const).map((kind) => ({
    kind: 'message',
    channel: { kind, articleId },
    message: { kind: 'decisions' },
  }));
  return [...announcements, ...done.announcements, ...adjudicatedMessages];
}
