import { SegmentedControl, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { MatrixCell } from '@/lib/agreement/comparison/label-matrix';
import type { ComparisonAsk, UnitKind } from './comparison-ask';
import type { Compared, ListedUnit } from './comparing';
import { MatrixTable } from './matrix-table';
import type { ShownReading } from './reading-shelf';
import { UnitDetail } from './unit-detail';
import { UnitFilters } from './unit-filters';
import { RowList } from './row-list';
import type { RowParts } from './unit-row';
import { UnitRow, unitRowHeight } from './unit-row';
import classes from './places-panel.module.css';

/** What the panel shows and does, beside the article or in a sheet. */
export type PanelProps = RowParts & {
  /** Null until it is known. */
  compared: Compared<ShownReading> | null;
  listed: { units: readonly ListedUnit[]; counts: Record<UnitKind, number> };
  chosen: ListedUnit | null;
  ask: ComparisonAsk;
  onAsk: (change: Partial<ComparisonAsk>) => void;
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
export function PlacesPanel({ compared, listed, chosen, ask, ...panel }: PanelProps) {
  const { text, shelf, readingOf, onAsk, onChoose } = panel;
  if (compared === null) return <Waiting />;
  if (compared.readings.length < 2)
    return <Text size="sm">Switch on two readings or more to see where they part.</Text>;
  return (
    <div className={classes.panel}>
      <SegmentedControl
        fullWidth
        size="xs"
        transitionDuration={0}
        aria-label="What to see"
        value={ask.view}
        onChange={(view) => onAsk({ view: view === 'matrix' ? 'matrix' : 'places' })}
        data={[
          { value: 'places', label: `Places (${listed.units.length.toLocaleString('en')})` },
          { value: 'matrix', label: 'Matrix of labels' },
        ]}
      />
      {ask.view === 'matrix' ? (
        <MatrixTable
          matrix={compared.matrix}
          shelf={shelf}
          cell={ask.cell}
          onChoose={panel.onCell}
        />
      ) : (
        <>
          <UnitFilters
            compared={compared}
            counts={listed.counts}
            shelf={shelf}
            ask={ask}
            onAsk={onAsk}
          />
          {chosen !== null && (
            <UnitDetail
              unit={chosen}
              text={text}
              shelf={shelf}
              readingOf={readingOf}
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
                shelf={shelf}
                readingOf={readingOf}
              />
            )}
          />
        </>
      )}
    </div>
  );
}
