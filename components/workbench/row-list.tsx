import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useListWindow } from './use-list-window';
import classes from '@/components/comparison/unit-list.module.css';

/** Rows of one height, one of them chosen. Only those near the screen are there, however many there are. */
export function RowList<One extends { id: string }>({
  rows,
  chosenId,
  height,
  row,
}: {
  rows: readonly One[];
  chosenId: string | null;
  /** Of a row with the gap below it, in px. */
  height: number;
  row: (one: One) => ReactNode;
}) {
  const { first, last, list } = useListWindow(rows.length, height);
  const box = useRef<HTMLDivElement>(null);
  const chosenAt = rows.findIndex(({ id }) => id === chosenId);
  useEffect(() => {
    const element = box.current;
    if (element === null || chosenAt < 0) return;
    const [top, viewHeight] = [chosenAt * height, element.clientHeight];
    if (top < element.scrollTop || top + height > element.scrollTop + viewHeight)
      element.scrollTop = Math.max(0, top - viewHeight / 3);
  }, [chosenAt, height]);
  if (rows.length === 0)
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
        style={{ height: rows.length * height }}
      >
        {rows.slice(first, last).map((one, index) => (
          <li
            key={one.id}
            className={classes.item}
            style={{ transform: `translateY(${(first + index) * height}px)` }}
            aria-setsize={rows.length}
            aria-posinset={first + index + 1}
          >
            {row(one)}
          </li>
        ))}
      </ol>
    </div>
  );
}
