import { Button, Chip, Group, NativeSelect, Stack } from '@mantine/core';
import { useMemo } from 'react';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import type { ComparisonPageQuery, UnitKind } from '@/components/workbench/comparison-page-query';
import { unitKinds } from '@/components/workbench/comparison-page-query';
import type { Compared } from '@/components/workbench/comparing';
import type { TaggedLayer } from '@/components/workbench/layer-index';
import { countLabels, countPairs } from '@/components/workbench/unit-filter';
import { LabelSelect, PairSelect } from '@/components/workbench/unit-selects';
import { kindText } from '@/components/workbench/unit-text';
import classes from '@/components/workbench/units-panel.module.css';

/** Narrows the list of places: by how readings part, by label, by two readings, by a cell of the matrix; and orders it. */
export function UnitFilters({
  compared,
  counts,
  lookup,
  query,
  onQueryChange,
}: {
  compared: Compared<TaggedLayer>;
  counts: Record<UnitKind, number>;
  lookup: LabelLookup;
  query: ComparisonPageQuery;
  onQueryChange: (change: Partial<ComparisonPageQuery>) => void;
}) {
  const { units, layers } = compared;
  const { kind, label, pair, cell, order } = query;
  const labels = useMemo(() => countLabels(units), [units]);
  const pairs = useMemo(() => countPairs(units, layers.length), [units, layers]);
  const nameOf = (key: string | null) => (key === null ? 'nobody' : lookup.of(key).name);
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
            title={kindText[one].means}
            onChange={(isOn) => onQueryChange({ kind: isOn ? one : null })}
          >
            {kindText[one].name} {counts[one].toLocaleString('en')}
          </Chip>
        ))}
      </Group>
      <div className={classes.choices}>
        <LabelSelect
          labels={labels}
          label={label}
          lookup={lookup}
          onLabel={(key) => onQueryChange({ label: key })}
        />
        <PairSelect
          pairs={pairs.map(({ first, second, count }) => ({
            one: layers[first],
            other: layers[second],
            count,
          }))}
          pair={pair}
          onPair={(two) => onQueryChange({ pair: two })}
        />
        <NativeSelect
          size="xs"
          aria-label="Order"
          value={order}
          onChange={({ currentTarget }) =>
            onQueryChange({ order: currentTarget.value === 'pairs' ? 'pairs' : 'position' })
          }
          data={[
            { value: 'position', label: 'By place' },
            { value: 'pairs', label: 'Most parted' },
          ]}
        />
      </div>
      {cell !== null && (
        <Button
          size="compact-sm"
          variant="light"
          fullWidth
          onClick={() => onQueryChange({ cell: null })}
          aria-label={`Take this filter away: ${nameOf(cell.row)} met ${nameOf(cell.column)}`}
        >
          {nameOf(cell.row)} met {nameOf(cell.column)} ✕
        </Button>
      )}
    </Stack>
  );
}
