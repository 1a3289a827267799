import type { AnnotationContent, AnnotationInput } from '@/lib/annotation/annotation';
import type { NextContent } from '@/lib/annotation/sent-change';
import { placed } from '@/lib/annotation/sent-change';
import { segmentsFrom } from '@/lib/annotation/positions';
import { toSpan } from '@/lib/annotation/span';
import type { LayerState } from '@/lib/annotation/layer';
import { positionIndex } from '@/lib/article/code-points';
import type { ArticleFixture } from './an-article';
import type { Rows } from './insert-rows';

/** A layer over an article with its annotations, to be inserted. */
type NewLayer = Pick<ArticleFixture, 'articleId' | 'revisionId'> & {
  id: string;
  kind: 'analyst' | 'consensus';
  authorId: string | null;
  state: LayerState;
  /** Who made the annotations. */
  byId: string;
  annotations: readonly { id: string; nextContent: NextContent }[];
};

/** The content of a put over this text, as verbs would store it. */
export function nextContentOf(
  text: string,
  put: AnnotationInput,
  codebookVersion: number,
): NextContent {
  const { label, attributes, note, confidence, offsetUnit } = put;
  const sent = segmentsFrom(positionIndex(text, offsetUnit), put.segments);
  const placing = 'faults' in sent ? sent : toSpan(text, sent.segments);
  if ('faults' in placing) throw new Error(placing.faults[0]?.message);
  const content: AnnotationContent = {
    label,
    segments: placing.span,
    attributes,
    note,
    confidence,
  };
  return placed(text, content, codebookVersion);
}

/** The rows of a layer, of its annotations and of their events, one for each. */
export function layerRows({ byId, annotations, state, ...layer }: NewLayer, at = new Date()): Rows {
  const submittedAt = state === 'submitted' ? at : null;
  const eventCount = annotations.length;
  const rows = annotations.map(({ id, nextContent }, nth) => {
    const { quote, prefix, suffix, ...fields } = nextContent;
    const segments = fields.segments.map(({ start, end }) => [start, end]);
    const content = { ...fields, segments };
    const [start, end] = [segments[0]?.[0] ?? 0, segments.at(-1)?.[1] ?? 0];
    const place = { start, end, quote, prefix, suffix };
    const ofLayer = { layerId: layer.id, version: 1 };
    return {
      annotation: { id, ...ofLayer, ...content, ...place, createdAt: at, updatedAt: at },
      event: { annotationId: id, ...ofLayer, sequence: nth + 1, kind: 'put', content, byId, at },
    };
  });
  return {
    Layer: [
      { ...layer, state, eventCount, createdAt: at, submittedAt, firstSubmittedAt: submittedAt },
    ],
    Annotation: rows.map(({ annotation }) => annotation),
    AnnotationEvent: rows.map(({ event }) => event),
  };
}
