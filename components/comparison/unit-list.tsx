import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useListWindow } from '@/components/annotate/use-list-window';
import type { ListedUnit } from './comparing';
import type { RowParts } from './unit-row';
import { UnitRow, unitRowHeight } from './unit-row';
import classes from './unit-list.module.css';

/** The places where readings part. Only the rows near the screen are there, however many places there are. */
export function UnitList({
  units,
  chosenId,
  onChoose,
  ...parts
}: RowParts & {
  units: readonly ListedUnit[];
  chosenId: string | null;
  onChoose: (unitId: string) => void;
}) {
  const { first, last, list } = useListWindow(units.length, unitRowHeight);
  const box = useRef<HTMLDivElement>(null);
  const chosenAt = units.findIndex(({ id }) => id === chosenId);
  useEffect(() => {
    const element = box.current;
    if (element === null || chosenAt < 0) return;
    const [top, height] = [chosenAt * unitRowHeight, element.clientHeight];
    if (top < element.scrollTop || top + unitRowHeight > element.scrollTop + height)
      element.scrollTop = Math.max(0, top - height / 3);
  }, [chosenAt]);
  if (units.length === 0)
    return (
      <Text size="sm" c="dimmed" py="sm">
        No place is like this. Take a filter away to see more.
      </Text>
    );
  return (
    <div ref={box} className={classes.box} tabIndex={-1}>
      <ol
        ref={list}
        className={classes.list}
        aria-label="Places"
        style={{ height: units.length * unitRowHeight }}
      >
        {units.slice(first, last).map((unit, place) => (
          <li
            key={unit.id}
            className={classes.place}
            style={{ transform: `translateY(${(first + place) * unitRowHeight}px)` }}
            aria-setsize={units.length}
            aria-posinset={first + place + 1}
          >
            <UnitRow unit={unit} isChosen={unit.id === chosenId} onChoose={onChoose} {...parts} />
          </li>
        ))}
      </ol>
    </div>
  );
}
