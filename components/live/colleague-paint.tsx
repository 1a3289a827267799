import { memo, useCallback, useMemo, useSyncExternalStore } from 'react';
import { PageStyle } from '@/components/ui/page-style';
import type { ColleagueLayers } from './colleague-layers';
import { layerHighlight, selectionHighlight, colleagueStyles } from './person-look';
import type { PaintSource } from './highlight-painter';
import type { People } from './people';

/** Colleagues' annotations and selections as a source for `HighlightPainter`. */
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

/** The CSS rules of colleagues' annotations and selections; rendered again only when their slots change. */
export const ColleagueColors = memo(function ColleagueColors({
  layers,
  people,
}: {
  layers: ColleagueLayers;
  people: People;
}) {
  const subscribe = useCallback(
    (listener: () => void) => {
      const unsubscribe = [layers.subscribe(listener), people.subscribe(listener)];
      return () => unsubscribe.forEach((stop) => stop());
    },
    [layers, people],
  );
  const slotsNow = useCallback(
    () => [...layers.list(), ...people.list()].map(({ slot }) => slot).join(' '),
    [layers, people],
  );
  const slots = useSyncExternalStore(subscribe, slotsNow, slotsNow);
  const styles = useMemo(
    () => colleagueStyles(slots === '' ? [] : slots.split(' ').map(Number)),
    [slots],
  );
  return <PageStyle>{styles}</PageStyle>;
});
