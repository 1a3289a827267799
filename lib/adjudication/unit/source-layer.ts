import type { ComparedAnnotation } from '@/lib/comparison/compared-annotation';
import type { DetailedAnnotation } from '@/lib/comparison/stored-layer';
import type { Segment } from '@/lib/article/segment';
import type { LayerState } from '@/lib/annotation/layer';

/** A mark in the version that is to be decided on. */
export type SourceAnnotation = DetailedAnnotation & {
  segments: Segment[];
  version: number;
  codebookVersion: number;
};

/** An analyst's reading as it is settled. Positions are UTF-16 code units. */
export type SourceLayer = {
  layerId: string;
  authorId: string | null;
  author: string;
  state: LayerState;
  annotations: SourceAnnotation[];
};

/** A relation in an analyst's layer. */
export type SourceRelation = {
  id: string;
  layerId: string;
  type: string;
  from: string;
  to: string;
};

/** The marks of some readings as they were read, by id: comparing readings tells no more of a mark than it needs. */
export function sourceAnnotationLookup(
  layers: readonly SourceLayer[],
): (annotation: ComparedAnnotation) => SourceAnnotation {
  const known = new Map(
    layers.flatMap(({ annotations }) =>
      annotations.map((annotation) => [annotation.id, annotation]),
    ),
  );
  return ({ id }) => {
    const annotation = known.get(id);
    if (annotation === undefined) throw new RangeError(`there is no mark ${id} in these readings`);
    return annotation;
  };
}
