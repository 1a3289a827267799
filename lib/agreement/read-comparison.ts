import type { LayerAnnotations } from '@/lib/comparison/compared-unit';
import { chosenLayers, reasonAgainst, visibleLayers } from '@/lib/comparison/compared-layer';
import { articleFigures } from '@/lib/agreement/panel/panel-of';
import type { Viewer } from '@/lib/access/viewer';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { segmentsIn } from '@/lib/annotation/positions';
import { frozenText } from '@/lib/article/frozen-text';
import { findRevisionNumber } from '@/lib/article/revision-store';
import { db } from '@/lib/db';
import { compareLayers } from '@/lib/comparison/compare-layers';
import { countKinds } from '@/lib/comparison/compared-unit';
import type { ComparisonQuery, ComparisonView } from './comparison-view';
import { heatOf } from '@/lib/comparison/heat';
import { labelMatrix } from '@/lib/comparison/label-matrix';
import { findStoredLayers } from '@/lib/comparison/layer-store';

/**
 * Compares the layers that the viewer may see, on the article’s newest revision: units,
 * disagreements, figures and heat.
 *
 * @throws {Refusal} where the viewer has no access, or a named layer is not among the visible ones.
 */
export async function readComparison(
  { userId }: Viewer,
  articleId: string,
  { layers: named, offsetUnit }: ComparisonQuery,
): Promise<ComparisonView> {
  const context = opened(await findArticleContext(db(), articleId, userId), 'read articles');
  const { revisionId } = context;
  const [frozen, revision, found] = await Promise.all([
    frozenText(db(), revisionId),
    findRevisionNumber(db(), revisionId),
    findStoredLayers(db(), revisionId),
  ]);
  const layers = chosenLayers(visibleLayers(found, context, userId), named);
  const reason = reasonAgainst(layers.length);
  const units = reason === null ? compareLayers(layers) : [];
  const index = frozen.indexIn(offsetUnit);
  const inOffsetUnit = <Range extends { start: number; end: number }>(range: Range): Range => ({
    ...range,
    start: index.fromUtf16(range.start) ?? range.start,
    end: index.fromUtf16(range.end) ?? range.end,
  });
  const codePoints = frozen.indexIn('code-point');
  const inCodePoints = ({ layerId, annotations }: LayerAnnotations): LayerAnnotations => ({
    layerId,
    annotations: annotations.map(({ id, label, segments }) => ({
      id,
      label,
      segments: segmentsIn(codePoints, segments),
    })),
  });
  return {
    articleId,
    revision: revision ?? 0,
    offsetUnit,
    length: index.length,
    layers: layers.map(({ annotations: _, ...layer }) => layer),
    reason,
    counts: countKinds(units),
    units: units.map((unit) => ({
      ...inOffsetUnit(unit),
      quote: frozen.text.slice(unit.start, unit.end),
      versions: unit.versions.map(({ layerId, annotations }) => ({
        layerId,
        annotations: annotations.map(({ id, label, segments }) => ({
          annotationId: id,
          label,
          segments: segmentsIn(index, segments),
        })),
      })),
    })),
    ...articleFigures(layers.map(inCodePoints), codePoints.length),
    matrix: labelMatrix(units),
    heat: reason === null ? heatOf(layers).map(inOffsetUnit) : [],
  };
}
