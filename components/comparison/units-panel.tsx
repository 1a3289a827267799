import { SegmentedControl, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { MatrixCell } from '@/lib/comparison/label-matrix';
import type { ComparisonPageQuery, UnitKind } from '@/components/workbench/comparison-page-query';
import type { Compared, ListedUnit } from '@/components/workbench/comparing';
import { MatrixTable } from './matrix-table';
import type { TaggedLayer } from '@/components/workbench/layer-index';
import { UnitDetail } from '@/components/workbench/unit-detail';
import { UnitFilters } from './unit-filters';
import { RowList } from '@/components/workbench/row-list';
import type { UnitRowProps } from '@/components/workbench/unit-row';
import { UnitRow, unitRowHeight } from '@/components/workbench/unit-row';
import classes from '@/components/workbench/units-panel.module.css';

/** What the panel shows and does, beside the article or in a sheet. */
export type PanelProps = UnitRowProps & {
  /** Null until it is known. */
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
      <VisuallyHidden>The readings are laid beside each other.</VisuallyHidden>
      {Array.from({ length: 6 }, (_, at) => (
        <Skeleton key={at} height={78} animate={false} />
      ))}
    </Stack>
  );
}

/** The places where readings part, and the matrix of their labels. */
export function UnitsPanel({ compared, listed, chosen, query, ...panel }: PanelProps) {
  const { text, lookup, layerOf, onQueryChange, onChoose } = panel;
  if (compared === null) return <Waiting />;
  if (compared.layers.length < 2)
    return <Text size="sm">Switch on two readings or more to see where they part.</Text>;
  return (
    <div className={classes.panel}>
      <SegmentedControl
        fullWidth
        size="xs"
        transitionDuration={0}
        aria-label="What to see"
        value={query.view}
        onChange={(view) => onQueryChange({ view: view === 'matrix' ? 'matrix' : 'passages' })}
        data={[
          { value: 'passages', label: `Places (${listed.units.length.toLocaleString('en')})` },
          { value: 'matrix', label: 'Matrix of labels' },
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
