import type { ComparedAnnotation, LayerAnnotations } from '@/lib/comparison/compared-unit';

/**
 * An annotation written as `label start-end`, several segments joined by `+`. Its id is the layer’s
 * name and its number.
 */
function anAnnotationFrom(layerId: string, written: string, at: number): ComparedAnnotation {
  const [label = '', places = ''] = written.split(' ');
  const segments = places.split('+').map((place) => {
    const [start = 0, end = 0] = place.split('-').map(Number);
    return { start, end };
  });
  return { id: `${layerId}${at + 1}`, label, segments };
}

/** A layer written as `label start-end` for each of its annotations. */
export function aComparedLayer(layerId: string, ...written: string[]): LayerAnnotations {
  return {
    layerId,
    annotations: written.map((annotation, at) => anAnnotationFrom(layerId, annotation, at)),
  };
}
