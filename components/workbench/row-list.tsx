import { Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import { useEffect, useEffectEvent, useRef } from 'react';
import classes from './unit-list.module.css';

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
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 10,
    useFlushSync: false,
  });
  const chosenAt = rows.findIndex(({ id }) => id === chosenId);
  const show = useEffectEvent((at: number) => list.scrollToIndex(at));
  useEffect(() => {
    if (chosenAt >= 0) show(chosenAt);
  }, [chosenAt]);
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed" py="sm">
        No place is like this. Take a filter away to see more.
      </Text>
    );
  return (
    <div ref={box} className={classes.box} tabIndex={-1}>
      <ol className={classes.list} aria-label="Places" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const one = rows[index];
          return (
            one && (
              <li
                key={one.id}
                className={classes.item}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
              >
                {row(one)}
              </li>
            )
          );
        })}
      </ol>
    </div>
  );
}
