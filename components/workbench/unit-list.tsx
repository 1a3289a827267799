import { UnstyledButton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { memo, useEffect, useEffectEvent, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { shortQuote } from '@/components/ui/format-text';
import type { LabelLookup } from '@/components/article-text/labels';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { ListedUnit } from './comparing';
import { versionGroups } from './comparing';
import type { TaggedLayer } from './layer-index';
import { disagreementMessage, formatKinds } from './messages';
import classes from './unit-list.module.css';

/** The height of a row with the gap below it, in px; fixed, so that the list can be virtual. */
export const unitRowHeight = 84;

/** The props that all rows share. */
export type UnitRowProps = {
  text: string;
  lookup: LabelLookup;
  layerOf: (layerId: string) => TaggedLayer | undefined;
};

/** A unit in the list: its kinds of disagreement, its quote, and who has which version. Pressing chooses it. */
export const UnitRow = memo(function UnitRow({
  unit,
  isChosen,
  onChoose,
  text,
  lookup,
  layerOf,
}: UnitRowProps & { unit: ListedUnit; isChosen: boolean; onChoose: (unitId: string) => void }) {
  const groups = versionGroups(unit);
  return (
    <UnstyledButton
      className={classes.row}
      h={unitRowHeight - 6}
      data-unit={unit.id}
      aria-current={isChosen || undefined}
      onClick={() => onChoose(unit.id)}
    >
      <span className={classes.kinds}>
        <b>{formatKinds(unit)}</b>
        <span className={classes.dimmed}>
          {disagreementMessage(unit.disagreeingPairs, unit.versions.length)}
        </span>
      </span>
      <span className={classes.quote}>{shortQuote(text.slice(unit.start, unit.end), 70)}</span>
      <span className={classes.versions}>
        {groups.map(({ versions, labels }) => (
          <span key={versions[0]?.layerId} className={classes.version}>
            <span>{versions.map(({ layerId }) => layerOf(layerId)?.tag ?? '').join(' ')}</span>{' '}
            {labels.length === 0 ? (
              <span className={classes.dimmed}>nothing</span>
            ) : (
              labels.map((key) => (
                <LabelHighlight key={key} label={lookup.of(key)} text={lookup.of(key).tag} />
              ))
            )}
          </span>
        ))}
      </span>
    </UnstyledButton>
  );
});

/** A virtual list of rows of one height, one of which may be chosen. */
export function RowList<One extends { id: string }>({
  rows,
  chosenId,
  height,
  row,
}: {
  rows: readonly One[];
  chosenId: string | null;
  /** The height of a row with the gap below it, in px. */
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
        No passages match. Clear a filter to see more.
      </Text>
    );
  return (
    <div ref={box} className={classes.box} tabIndex={-1}>
      <ol className={classes.list} aria-label="Passages" style={{ height: list.getTotalSize() }}>
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
