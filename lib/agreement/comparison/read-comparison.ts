import type { Viewer } from '@/lib/access/viewer';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { segmentsIn } from '@/lib/annotation/positions';
import { frozenText } from '@/lib/article/frozen-text';
import { findRevisionNumber } from '@/lib/article/revision-store';
import { db } from '@/lib/db';
import { articleFigures } from '../panel/article-figures';
import { compareReadings } from './compare-readings';
import { countKinds } from './compared-unit';
import type { ComparisonQuery, ComparisonView } from './comparison';
import { heatOf } from './heat';
import type { Reading } from './mark';
import { labelMatrix } from './label-matrix';
import { findReadings } from './reading-store';
import { chosenReadings, reasonAgainst, seenReadings } from './seen-readings';

/** Lays the layers that the viewer may see beside each other: where they meet, and how they part. Of the article's newest revision. */
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
    findReadings(db(), revisionId),
  ]);
  const readings = chosenReadings(seenReadings(found, context, userId), named);
  const reason = reasonAgainst(readings.length);
  const units = reason === null ? compareReadings(readings) : [];
  const index = frozen.indexIn(offsetUnit);
  const told = <Place extends { start: number; end: number }>(place: Place): Place => ({
    ...place,
    start: index.fromUtf16(place.start) ?? place.start,
    end: index.fromUtf16(place.end) ?? place.end,
  });
  const codePoints = frozen.indexIn('code-point');
  const inCodePoints = ({ layerId, marks }: Reading): Reading => ({
    layerId,
    marks: marks.map(({ id, label, segments }) => ({
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
    layers: readings.map(({ marks: _, ...layer }) => layer),
    reason,
    counts: countKinds(units),
    units: units.map((unit) => ({
      ...told(unit),
      quote: frozen.text.slice(unit.start, unit.end),
      stands: unit.stands.map(({ layerId, marks }) => ({
        layerId,
        marks: marks.map(({ id, label, segments }) => ({
          annotationId: id,
          label,
          segments: segmentsIn(index, segments),
        })),
      })),
    })),
    ...articleFigures(readings.map(inCodePoints), codePoints.length),
    matrix: labelMatrix(units),
    heat: reason === null ? heatOf(readings).map(told) : [],
  };
}
