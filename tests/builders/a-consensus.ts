import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { placed } from '@/lib/annotation/sent-change';
import type { NextContent } from '@/lib/annotation/sent-change';
import { layerRows } from './a-layer';
import type { ArticleFixture } from './an-article';
import type { Rows } from './insert-rows';
import { insertRows } from './insert-rows';

/** A decision: a label on the first occurrence of these words of the text, and its reason. */
export type DecidedLabel = {
  label: string;
  words: string;
  reason?: string;
  /** False: it was proposed there and rejected. */
  isInConsensus?: boolean;
  /** False: an annotation that no decision names. */
  isDecided?: boolean;
  sources?: [layerId: string, annotationId: string, version: number][];
};

export type { ArticleFixture } from './an-article';

type Made = { annotation: { id: string; nextContent: NextContent } | null; rows: Rows };

function decided(by: Viewer, at: ArticleFixture & { layerId: string }, one: DecidedLabel): Made {
  const { articleId, revisionId, layerId, text } = at;
  const { label, words, reason = '', isInConsensus = true, isDecided = true, sources = [] } = one;
  const start = text.indexOf(words);
  const end = start + words.length;
  const [annotationId, id] = [v7(), v7()];
  const content = {
    label,
    segments: [{ start, end }],
    attributes: {},
    note: '',
    confidence: null,
  };
  const nextContent = placed(text, content, 1);
  const annotation = isInConsensus ? { id: annotationId, nextContent } : null;
  if (!isDecided) return { annotation, rows: {} };
  const decision = {
    id,
    articleId,
    revisionId,
    layerId,
    start,
    end,
    quote: words,
    kind: isInConsensus ? 'own' : 'reject',
    kinds: ['missing'],
    sources,
    silent: [],
    versionHashes: [],
    outcome: isInConsensus ? [[annotationId, 1, label, sources.map(([, from]) => from)]] : [],
    openAttributes: [],
    finalLabels: isInConsensus ? [label] : [],
    rejectedLabels: isInConsensus ? [] : [label],
    reasonKey: reason === '' ? '' : 'fits',
    reason,
    byId: by.userId,
    at: new Date(),
  };
  const versions = isInConsensus ? [{ annotationId, version: 1, decisionId: id }] : [];
  return { annotation, rows: { Decision: [decision], DecidedVersion: versions } };
}

/** The consensus of an article with decisions of this person, and its rows. */
export function consensusRows(
  by: Viewer,
  fixture: ArticleFixture,
  decisions: readonly DecidedLabel[],
  state: 'open' | 'submitted' = 'submitted',
): { layerId: string; decisionIds: string[]; rows: Rows[] } {
  const { articleId, revisionId } = fixture;
  const layerId = v7();
  const made = decisions.map((one) => decided(by, { ...fixture, layerId }, one));
  const annotations = made.flatMap(({ annotation }) => annotation ?? []);
  const layer = { id: layerId, articleId, revisionId, kind: 'consensus', authorId: null } as const;
  const rows = layerRows({ ...layer, state, byId: by.userId, annotations });
  const decisionIds = made.flatMap((one) => one.rows.Decision?.map(({ id }) => id) ?? []);
  return { layerId, decisionIds, rows: [rows, ...made.map((one) => one.rows)] };
}

/** Inserts a submitted consensus of an article with these annotations, by decisions of this person. */
export async function aConsensus(
  ...given: Parameters<typeof consensusRows>
): Promise<{ layerId: string }> {
  const { layerId, rows } = consensusRows(...given);
  await insertRows(...rows);
  return { layerId };
}
