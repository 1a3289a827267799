import {
  Button,
  Chip,
  Group,
  NativeSelect,
  Stack,
  SegmentedControl,
  Skeleton,
  Text,
  VisuallyHidden,
} from '@mantine/core';
import { useMemo } from 'react';
import type { LabelLookup } from '@/components/article-text/labels';
import type { ComparisonPageQuery, UnitKind } from '@/components/workbench/comparison-page-query';
import { unitKinds } from '@/components/workbench/comparison-page-query';
import type { Compared, ListedUnit } from '@/components/workbench/comparing';
import type { TaggedLayer } from '@/components/workbench/layer-index';
import { countLabels, countPairs } from '@/components/workbench/unit-filter';
import { LabelSelect, PairSelect } from '@/components/workbench/unit-controls';
import { kindText } from '@/components/workbench/messages';
import classes from '@/components/workbench/units-panel.module.css';
import type { MatrixCell } from '@/lib/comparison/label-matrix';
import { UnitDetail } from '@/components/workbench/unit-detail';
import type { UnitRowProps } from '@/components/workbench/unit-list';
import { RowList, UnitRow, unitRowHeight } from '@/components/workbench/unit-list';
import { MatrixTable } from './matrix-table';

/** Filters the list of passages by kind of disagreement, label, pair of layers and matrix cell; and orders it. */
function UnitFilters({
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
  const nameOf = (key: string | null) => (key === null ? 'none' : lookup.of(key).name);
  return (
    <Stack gap={8}>
      <Group gap={6} role="group" aria-label="Kind of disagreement">
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
            { value: 'position', label: 'By position' },
            { value: 'pairs', label: 'Most disputed' },
          ]}
        />
      </div>
      {cell !== null && (
        <Button
          size="compact-sm"
          variant="light"
          fullWidth
          onClick={() => onQueryChange({ cell: null })}
          aria-label={`Clear this filter: ${nameOf(cell.row)} and ${nameOf(cell.column)}`}
        >
          {nameOf(cell.row)} and {nameOf(cell.column)} ✕
        </Button>
      )}
    </Stack>
  );
}

/** The props of the panel, which is beside the article or in a sheet. */
type PanelProps = UnitRowProps & {
  /** Null until it is computed. */
  compared: Compared<TaggedLayer> | null;
  listed: { units: readonly ListedUnit[]; counts: Record<UnitKind, number> };
  chosen: ListedUnit | null;
  query: ComparisonPageQuery;
  onQueryChange: (change: Partial<ComparisonPageQuery>) => void;
  onChoose: (unitId: string | null) => void;
  onCell: (cell: MatrixCell) => void;
};

function Waiting() {
  return (
    <Stack gap={6} aria-busy="true">
      <VisuallyHidden>The annotations are being compared.</VisuallyHidden>
      {Array.from({ length: 6 }, (_, at) => (
        <Skeleton key={at} height={78} animate={false} />
      ))}
    </Stack>
  );
}

/** The list of passages with its filters, or the label matrix. */
export function UnitsPanel({ compared, listed, chosen, query, ...panel }: PanelProps) {
  const { text, lookup, layerOf, onQueryChange, onChoose } = panel;
  if (compared === null) return <Waiting />;
  if (compared.layers.length < 2)
    return <Text size="sm">Show the annotations of two analysts or more to compare them.</Text>;
  return (
    <div className={classes.panel}>
      <SegmentedControl
        fullWidth
        size="xs"
        transitionDuration={0}
        aria-label="View"
        value={query.view}
        onChange={(view) => onQueryChange({ view: view === 'matrix' ? 'matrix' : 'passages' })}
        data={[
          { value: 'passages', label: `Passages (${listed.units.length.toLocaleString('en')})` },
          { value: 'matrix', label: 'Label matrix' },
        ]}
      />
      {query.view === 'matrix' ? (
        <MatrixTable
          matrix={compared.matrix}
          lookup={lookup}
          cell={query.cell}
          onChoose={panel.onCell}
        />
      ) : (
        <>
          <UnitFilters
            compared={compared}
            counts={listed.counts}
            lookup={lookup}
            query={query}
            onQueryChange={onQueryChange}
          />
          {chosen !== null && (
            <UnitDetail
              unit={chosen}
              text={text}
              lookup={lookup}
              layerOf={layerOf}
              onClose={() => onChoose(null)}
            />
          )}
          <RowList
            rows={listed.units}
            chosenId={chosen?.id ?? null}
            height={unitRowHeight}
            row={(unit) => (
              <UnitRow
                unit={unit}
                isChosen={unit.id === chosen?.id}
                onChoose={onChoose}
                text={text}
                lookup={lookup}
                layerOf={layerOf}
              />
            )}
          />
        </>
      )}
    </div>
  );
}
