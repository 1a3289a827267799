import type {
  AdjudicationUnit,
  SourceAnnotation,
  SourceLayer,
} from '@/lib/adjudication/unit/adjudication-unit';
import { adjudicationUnits } from '@/lib/adjudication/unit/adjudication-unit';
import { aComparedLayer } from './a-compared-layer';

type Chosen = Partial<Pick<SourceAnnotation, 'attributes' | 'note' | 'confidence' | 'version'>>;

/**
 * A layer whose annotations are written as `label start-end`, several segments joined by `+`;
 * `details` hold for all of them.
 */
export function aSource(
  layerId: string,
  written: readonly string[],
  details: Chosen = {},
): SourceLayer {
  const { annotations } = aComparedLayer(layerId, ...written);
  return {
    layerId,
    authorId: layerId,
    author: layerId.toUpperCase(),
    state: 'submitted',
    annotations: annotations.map((annotation) => ({
      ...annotation,
      segments: annotation.segments.map(({ start, end }) => ({ start, end })),
      attributes: {},
      note: '',
      confidence: null,
      version: 1,
      codebookVersion: 1,
      ...details,
    })),
  };
}

/** The only unit of these layers. */
export function onlyUnit(layers: readonly SourceLayer[]): AdjudicationUnit {
  const [unit, ...more] = adjudicationUnits(layers);
  if (unit === undefined || more.length > 0) throw new Error('There is not just one unit.');
  return unit;
}
