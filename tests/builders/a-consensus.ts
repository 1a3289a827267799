import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { placed } from '@/lib/annotation/deed';
import { writeDeeds } from '@/lib/annotation/deed-store';
import { setLayerState } from '@/lib/annotation/layer-store';
import { db } from '@/lib/db';

/** What was settled: a label on the first place of these words of the text, and why. */
export type Settled = {
  label: string;
  words: string;
  reason?: string;
  /** false: it was said there, and nothing was made of it. */
  stands?: boolean;
  /** false: an annotation that no decision names. */
  isDecided?: boolean;
  sources?: [layerId: string, annotationId: string, version: number][];
};

/** An article as the other builders make it. */
export type Place = { articleId: string; revisionId: string; text: string };

async function decide(by: Viewer, at: Place & { layerId: string }, one: Settled): Promise<void> {
  const { articleId, revisionId, layerId, text } = at;
  const { label, words, reason = '', stands = true, isDecided = true, sources = [] } = one;
  const start = text.indexOf(words);
  const segments = [{ start, end: start + words.length }];
  const annotationId = v7();
  if (stands) {
    const content = { label, segments, attributes: {}, note: '', confidence: null };
    const becoming = placed(text, content, 1);
    const deed = { id: annotationId, expected: 0, deed: 'put', deedId: null, becoming } as const;
    await writeDeeds(db(), layerId, by.userId, [deed]);
  }
  if (!isDecided) return;
  const { id: decisionId } = await db().decision.create({
    data: {
      id: v7(),
      articleId,
      revisionId,
      layerId,
      start,
      end: start + words.length,
      quote: words,
      deed: stands ? 'own' : 'reject',
      kinds: ['missing'],
      sources,
      silent: [],
      said: [],
      outcome: stands ? [[annotationId, 1, label, sources.map(([, id]) => id)]] : [],
      openAttributes: [],
      given: stands ? [label] : [],
      declined: stands ? [] : [label],
      reasonKey: reason === '' ? '' : 'fits',
      reason,
      byId: by.userId,
    },
  });
  if (stands) await db().decidedVersion.create({ data: { annotationId, version: 1, decisionId } });
}

/** Settles an article in the database itself: a consensus with these annotations, by decisions of this person, submitted. */
export async function aConsensus(
  by: Viewer,
  place: Place,
  settled: readonly Settled[],
  state: 'open' | 'submitted' = 'submitted',
): Promise<{ layerId: string }> {
  const { articleId, revisionId } = place;
  const layerId = v7();
  await db().layer.create({ data: { id: layerId, articleId, revisionId, kind: 'consensus' } });
  for (const one of settled) await decide(by, { ...place, layerId }, one);
  await setLayerState(db(), layerId, state);
  return { layerId };
}
