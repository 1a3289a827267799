import { memo, useCallback, useMemo, useSyncExternalStore } from 'react';
import { PageStyle } from '@/components/ui/page-style';
import type { ColleagueLayers } from './colleague-layers';
import { colleagueStyles } from './colleague-styles';
import type { People } from './people';

/** The rules that paint colleagues’ highlights and selections; made anew only when somebody new comes. */
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
