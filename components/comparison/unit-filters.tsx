import { Button, Chip, Group, NativeSelect, Stack } from '@mantine/core';
import { useMemo } from 'react';
import type { LabelShelf } from '@/components/annotate/label-shelf';
import type { ComparisonAsk, UnitKind } from './comparison-ask';
import { unitKinds } from './comparison-ask';
import type { Compared } from './comparing';
import type { ShownReading } from './reading-shelf';
import { countLabels, countPairs } from './unit-filter';
import { LabelSelect, PairSelect } from './unit-selects';
import { kindWords } from './unit-words';
import classes from './places-panel.module.css';

/** Narrows the list of places: by how readings part, by label, by two readings, by a cell of the matrix; and orders it. */
export function UnitFilters({
  compared,
  counts,
  shelf,
  ask,
  onAsk,
}: {
  compared: Compared<ShownReading>;
  counts: Record<UnitKind, number>;
  shelf: LabelShelf;
  ask: ComparisonAsk;
  onAsk: (change: Partial<ComparisonAsk>) => void;
}) {
  const { units, readings } = compared;
  const { kind, label, pair, cell, order } = ask;
  const labels = useMemo(() => countLabels(units), [units]);
  const pairs = useMemo(() => countPairs(units, readings.length), [units, readings]);
  const nameOf = (key: string | null) => (key === null ? 'nobody' : shelf.of(key).name);
  return (
    <Stack gap={8}>
      <Group gap={6} role="group" aria-label="How they part">
        {unitKinds.map((one) => (
          <Chip
            key={one}
            size="xs"
            variant="outline"
            checked={kind === one}
            disabled={counts[one] === 0 && kind !== one}
            title={kindWords[one].means}
            onChange={(isOn) => onAsk({ kind: isOn ? one : null })}
          >
            {kindWords[one].name} {counts[one].toLocaleString('en')}
          </Chip>
        ))}
      </Group>
      <div className={classes.choices}>
        <LabelSelect
          labels={labels}
          label={label}
          shelf={shelf}
          onLabel={(key) => onAsk({ label: key })}
        />
        <PairSelect
          pairs={pairs.map(({ first, second, count }) => ({
            one: readings[first],
            other: readings[second],
            count,
          }))}
          pair={pair}
          onPair={(two) => onAsk({ pair: two })}
        />
        <NativeSelect
          size="xs"
          aria-label="Order"
          value={order}
          onChange={({ currentTarget }) =>
            onAsk({ order: currentTarget.value === 'pairs' ? 'pairs' : 'place' })
          }
          data={[
            { value: 'place', label: 'By place' },
            { value: 'pairs', label: 'Most parted' },
          ]}
        />
      </div>
      {cell !== null && (
        <Button
          size="compact-sm"
          variant="light"
          fullWidth
          onClick={() => onAsk({ cell: null })}
          aria-label={`Take this filter away: ${nameOf(cell.row)} met ${nameOf(cell.column)}`}
        >
          {nameOf(cell.row)} met {nameOf(cell.column)} ✕
        </Button>
      )}
    </Stack>
  );
}
