import { hasBegun } from '@/lib/comparison/compared-layer';
import type { SourceLayer } from '@/lib/adjudication/unit/adjudication-unit';
import type { Decision } from '@/lib/adjudication/decision/decision';
import type { PlacedDecisions } from '@/lib/adjudication/unit/placed-decisions';
import type { Annotation } from '@/lib/annotation/annotation';
import type { OpenArticle } from '@/lib/annotation/article-context';
import { requireLive } from '@/lib/annotation/article-context';
import type { LayerState } from '@/lib/annotation/layer';
import type { OffsetUnit, PositionIndex } from '@/lib/article/code-points';
import { conflict } from '@/lib/refusal';
import type { AdjudicationSettings } from './adjudication-settings';

/** The layer that holds an article's consensus. */
export type ConsensusLayer = {
  id: string;
  revisionId: string;
  state: LayerState;
  eventCount: number;
};

/** All data that decisions and merges of an article depend on. Positions are UTF-16 code units. */
export type AdjudicationSnapshot = {
  context: OpenArticle;
  /** The text that all layers annotate. */
  frozen: { text: string; indexIn(unit: OffsetUnit): PositionIndex };
  settings: AdjudicationSettings;
  /** The layers that are adjudicated. */
  layers: SourceLayer[];
  /** The layers that have begun and are not submitted. */
  unsubmitted: SourceLayer[];
  consensus: ConsensusLayer | null;
  /** The consensus’s annotations, by id. */
  consensusAnnotations: ReadonlyMap<string, Annotation>;
  decisions: Decision[];
  placed: PlacedDecisions;
};

/** Whether a layer counts as begun (see `hasBegun`). */
export const hasLayerBegun = ({ state, annotations }: SourceLayer): boolean =>
  hasBegun({ state, annotationCount: annotations.length });

/** Those of all layers that the project's settings adjudicate. */
export function adjudicatedLayers(
  layers: readonly SourceLayer[],
  { unsubmitted }: Pick<AdjudicationSettings, 'unsubmitted'>,
): SourceLayer[] {
  const begun = layers.filter(hasLayerBegun);
  return unsubmitted === 'include' ? begun : begun.filter(({ state }) => state === 'submitted');
}

/** Why nothing in an article can be decided now, as a sentence; null where it can. */
export function reasonAgainst({
  settings: rules,
  layers,
  unsubmitted,
  consensus,
}: Pick<AdjudicationSnapshot, 'settings' | 'layers' | 'unsubmitted' | 'consensus'>): string | null {
  if (consensus?.state === 'submitted')
    return 'This article is resolved. To decide again, open its consensus first.';
  if (rules.unsubmitted === 'wait' && unsubmitted.length > 0) {
    const names = unsubmitted.map(({ author }) => author).join(', ');
    const who = rules.anonymous ? `${unsubmitted.length} of its annotators` : names;
    const verb = unsubmitted.length === 1 ? 'has' : 'have';
    return `${who} ${verb} begun this article and not submitted it, and this project waits for that.`;
  }
  return layers.length === 0 ? 'Nobody has submitted annotations of this article yet.' : null;
}

/** Throws a `conflict` refusal where nothing can be decided now, or the article is archived. */
export function requireAdjudicable(snapshot: AdjudicationSnapshot): void {
  requireLive(snapshot.context);
  const reason = reasonAgainst(snapshot);
  if (reason !== null) throw conflict(`${reason} Nothing was changed.`);
}
