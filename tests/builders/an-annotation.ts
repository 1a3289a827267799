import { openMyLayer } from '@/lib/annotation/layers';
import { putAnnotation } from '@/lib/annotation/annotations';
import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import type { AnnotationInput, AnnotationView } from '@/lib/annotation/annotation';
import { writeChanges } from '@/lib/annotation/change-store';
import { annotationIn } from '@/lib/annotation/positions';
import { positionIndex } from '@/lib/article/code-points';
import { db } from '@/lib/db';
import { nextContentOf, layerRows } from './a-layer';
import type { ArticleFixture } from './an-article';
import type { Rows } from './insert-rows';
import { insertRows } from './insert-rows';

/** The content of a put, with everything filled in that a case does not care about; UTF-16. */
export function aPut(chosen: Partial<AnnotationInput> = {}): AnnotationInput {
  return {
    label: 'loaded_framing',
    segments: [{ start: 4, end: 10 }],
    attributes: {},
    note: '',
    confidence: null,
    offsetUnit: 'utf-16',
    ...chosen,
  };
}

/** An annotation in a layer opened for it by this person, and the rows of both. */
export function annotationRows(
  { userId }: Viewer,
  { text, ...fixture }: ArticleFixture,
  put = aPut(),
): { id: string; layerId: string; rows: Rows } {
  const [id, layerId] = [v7(), v7()];
  const layer = {
    ...fixture,
    id: layerId,
    kind: 'analyst',
    authorId: userId,
    state: 'open',
  } as const;
  const annotations = [{ id, nextContent: nextContentOf(text, put, 1) }];
  return { id, layerId, rows: layerRows({ ...layer, byId: userId, annotations }) };
}

type WritingContext = {
  articleId: string;
  revisionId: string;
  text: string;
  layerId: string | null;
  version: number;
};

/** The article, the analyst’s layer if there is one, and the codebook as published now. */
async function writingContextOf({ userId }: Viewer, articleId: string): Promise<WritingContext> {
  const [found] = await db().$queryRaw<WritingContext[]>`
    SELECT t.id AS "articleId", r.id AS "revisionId", r.text, own.id AS "layerId",
      (SELECT max(version) FROM "CodebookVersion" v WHERE v."projectId" = t."projectId") AS version
    FROM "Article" t
    LEFT JOIN "Layer" own ON own."articleId" = t.id AND own.kind = 'analyst'
      AND own."authorId" = ${userId}::uuid
    JOIN LATERAL (SELECT id, text FROM "Revision" v WHERE v."articleId" = t.id
      AND v.id = coalesce(own."revisionId", v.id) ORDER BY v.number DESC LIMIT 1) r ON true
    WHERE t.id = ${articleId}::uuid`;
  if (found === undefined) throw new Error('There is no such article.');
  return found;
}

const line = globalThis as { parallaxAnnounce?: unknown };

/** The same by the verbs, which notify subscribers. */
async function announcedAnnotation(
  analyst: Viewer,
  articleId: string,
  chosen: Partial<AnnotationInput>,
): Promise<AnnotationView> {
  const { layer } = await openMyLayer(analyst, articleId);
  const unguarded = { ifMatch: null, idempotencyKey: null };
  return (await putAnnotation(analyst, layer.id, v7(), aPut(chosen), unguarded)).annotation;
}

/** Puts an annotation into the analyst’s own layer over the article, opening the layer if needed. */
export async function anAnnotation(
  analyst: Viewer,
  articleId: string,
  chosen: Partial<AnnotationInput> = {},
): Promise<AnnotationView> {
  if (line.parallaxAnnounce !== undefined) return announcedAnnotation(analyst, articleId, chosen);
  const { text, version, layerId, ...fixture } = await writingContextOf(analyst, articleId);
  const { userId } = analyst;
  const put = aPut(chosen);
  const nextContent = nextContentOf(text, put, version);
  const id = v7();
  const viewOf = (layer: string, at: { version: number; createdAt: string; updatedAt: string }) =>
    annotationIn(positionIndex(text, put.offsetUnit), {
      id,
      layerId: layer,
      ...nextContent,
      ...at,
    });
  if (layerId === null) {
    const layer = {
      ...fixture,
      id: v7(),
      kind: 'analyst',
      authorId: userId,
      state: 'open',
    } as const;
    const at = new Date();
    await insertRows(layerRows({ ...layer, byId: userId, annotations: [{ id, nextContent }] }, at));
    const [createdAt, updatedAt] = [at.toISOString(), at.toISOString()];
    return viewOf(layer.id, { version: 1, createdAt, updatedAt });
  }
  const change = { id, expected: 0, kind: 'put', idempotencyKey: null, nextContent } as const;
  const outcome = (await writeChanges(db(), layerId, userId, [change]))?.outcomes.get(id);
  if (outcome === undefined) throw new Error('The layer is not open.');
  return viewOf(layerId, outcome);
}
