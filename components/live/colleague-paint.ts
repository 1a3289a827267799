import type { ColleagueLayers } from './colleague-layers';
import { layerHighlight, selectionHighlight } from './colleague-styles';
import type { PaintSource } from './highlight-painter';
import type { People } from './people';

/** What colleagues have marked and selected, for the painter. */
export function colleaguePaint(
  layers: Pick<ColleagueLayers, 'in' | 'subscribe'>,
  people: Pick<People, 'list' | 'subscribe'>,
): PaintSource {
  return {
    *in(block) {
      for (const { layer, annotation } of layers.in(block))
        for (const segment of annotation.segments)
          yield { name: layerHighlight(layer.slot), segment };
      for (const { slot, selection } of people.list())
        for (const segment of selection) yield { name: selectionHighlight(slot), segment };
    },
    subscribe(listener) {
      const unsubscribe = [layers.subscribe(listener), people.subscribe(listener)];
      return () => unsubscribe.forEach((stop) => stop());
    },
  };
}
