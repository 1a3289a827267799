import type { Role } from '@/lib/access/permission';
import type { DecisionViewer } from '@/lib/adjudication/decision/decision-access';
import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';
import type { LayerKind, LayerState } from '@/lib/annotation/layer';
import type { LayerViewer, OwnDiscussion } from '@/lib/annotation/visibility';
import { hidesSource, maySeeLayer, policyOver } from '@/lib/annotation/visibility';
import type { BlindPolicy } from '@/lib/project/project';
import type { ArticleCells, LayerCells } from './annotation-csv';

/**
 * Compares by code points, as Python and PostgreSQL’s "C" collation do; UTF-16 order differs beyond
 * the BMP.
 */
export function byCodePoints(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    if (one.charCodeAt(at) === other.charCodeAt(at)) continue;
    const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
    const [isHighA, isHighB] = [a >= 0xd800 && a <= 0xdfff, b >= 0xd800 && b <= 0xdfff];
    return isHighA === isHighB ? a - b : isHighA ? 1 : -1;
  }
  return one.length - other.length;
}

/** A version that a decision was made on, and whose it is. */
export type OpenSource = { annotator: string; annotationId: string; version: number };

/**
 * The versions that a decision was made on, as far as the viewer sees their layers, by the names
 * under which these are exported; none where the project hides who made which.
 */
export function openSources(
  { sources }: Pick<StoredDecision, 'sources'>,
  annotatorOf: (layerId: string) => string | undefined,
  anonymous: boolean,
): OpenSource[] {
  if (anonymous) return [];
  return sources.flatMap(({ layerId, annotationId, version }) => {
    const annotator = annotatorOf(layerId);
    return annotator === undefined ? [] : [{ annotator, annotationId, version }];
  });
}

/** A layer of an exported article. */
export type ExportLayer = {
  id: string;
  revisionId: string;
  revision: number;
  kind: LayerKind;
  authorId: string | null;
  /** Name of the analyst or suggester; empty for the consensus. */
  name: string;
  state: LayerState;
  discussion: OwnDiscussion;
  /** At least the number of its annotations. */
  eventCount: number;
};

/** An exported article with every layer over it. */
export type ExportArticle = {
  articleId: string;
  title: string;
  source: string | null;
  author: string | null;
  url: string | null;
  publishedAt: string | null;
  language: string;
  /** Whether it is a calibration article. */
  isCalibration: boolean;
  layers: ExportLayer[];
};

/** What decides which of the article’s decisions the viewer may export. */
export function decisionViewerAt(
  exportViewer: ExportViewer,
  article: Pick<ExportArticle, 'layers' | 'isCalibration'>,
): DecisionViewer {
  const own = article.layers.find(
    ({ kind, authorId }) => kind === 'analyst' && authorId === exportViewer.userId,
  );
  const consensus = article.layers.find(({ kind }) => kind === 'consensus');
  return {
    ...layerViewerAt(exportViewer, article),
    ownLayerId: own?.id ?? null,
    consensusState: consensus?.state ?? 'open',
  };
}

/** The viewer for whom an export is made, and its project. */
export type ExportViewer = {
  userId: string;
  role: Role;
  projectName: string;
  blind: BlindPolicy;
  hideSource: boolean;
};

/** A layer that is exported; `rank` is the order of its annotator among those of the article. */
export type ShownLayer = LayerCells & { id: string; revisionId: string; rank: number };

/** What of an article is exported. `eventCount` is at least the number of its rows. */
export type ShownArticle = {
  cells: ArticleCells;
  layers: ShownLayer[];
  eventCount: number;
  viewer: DecisionViewer;
};

/** The viewer as the blind policy sees them at an article with these layers. */
export function layerViewerAt(
  exportViewer: ExportViewer,
  { layers, isCalibration }: Pick<ExportArticle, 'layers' | 'isCalibration'>,
): ExportViewer & LayerViewer {
  const own = layers.find(
    ({ kind, authorId }) => kind === 'analyst' && authorId === exportViewer.userId,
  );
  const blind = policyOver(exportViewer.blind, isCalibration);
  return {
    ...exportViewer,
    blind,
    ownState: own?.state ?? 'none',
    discussion: own?.discussion ?? 'none',
  };
}

/**
 * What of an article this viewer may export: the layers that the blind policy shows them, in the
 * order of their annotators’ names by `nameOf`; the source only where it is not hidden.
 */
export function shownTo(
  exportViewer: ExportViewer,
  { layers, isCalibration, ...fields }: ExportArticle,
  nameOf: (layer: ExportLayer) => string,
): ShownArticle {
  const layerViewer = layerViewerAt(exportViewer, { layers, isCalibration });
  const hidden = { source: null, author: null, url: null, publishedAt: null };
  const visible = layers
    .filter((layer) => maySeeLayer(layerViewer, layer))
    .map((layer) => ({ ...layer, annotator: nameOf(layer) }));
  const names = [...new Set(visible.map(({ annotator }) => annotator))].sort(byCodePoints);
  const ranks = new Map(names.map((name, rank) => [name, rank]));
  return {
    viewer: decisionViewerAt(exportViewer, { layers, isCalibration }),
    cells: {
      ...fields,
      ...(hidesSource(layerViewer) ? hidden : {}),
      project: exportViewer.projectName,
    },
    layers: visible.map((layer) => ({ ...layer, rank: ranks.get(layer.annotator) ?? 0 })),
    eventCount: visible.reduce((sum, { eventCount }) => sum + eventCount, 0),
  };
}

/**
 * Groups articles, in their order, so that the rows of a group surely do not exceed `limit`; an
 * article that may exceed it alone is a group.
 */
export function* grouped(
  articles: readonly ShownArticle[],
  limit: number,
): Generator<ShownArticle[], void> {
  let group: ShownArticle[] = [];
  let sum = 0;
  for (const article of articles) {
    if (article.layers.length === 0) continue;
    if (group.length > 0 && sum + article.eventCount > limit) {
      yield group;
      [group, sum] = [[], 0];
    }
    group.push(article);
    sum += article.eventCount;
  }
  if (group.length > 0) yield group;
}
