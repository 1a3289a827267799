'use client';

import { subsetRecord } from '@/components/charts/saved-files';
import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import type { PanelView } from '@/lib/agreement/agreement-view';
import { Drawing } from '@/components/charts/drawing';
import { FigureTable, firstRows, subsetColumns } from '@/components/charts/figure-table';
import { decimals } from '@/components/charts/figure-text';
import { PanelSection } from '@/components/charts/panel-section';
import { DotPlot } from '@/components/charts/dot-plot';
import type { Names } from './names';
import { overChanceDomain } from '@/components/charts/scale';

const series = [
  { key: 'uAlphaPooled', name: 'uα', color: 'var(--mantine-color-anchor)', dash: '0' },
  { key: 'f1Partial', name: 'F1, partial credit', color: 'var(--mantine-color-text)', dash: '6 4' },
  { key: 'f1Exact', name: 'F1, exact', color: 'var(--mantine-color-dimmed)', dash: '2 3' },
] as const;

/** Agreement over time, by month. */
export function MonthSection({ months }: { months: PanelView['months'] }) {
  const lowest = Math.min(0, ...months.map(({ uAlphaPooled }) => uAlphaPooled.value ?? 0));
  const from = lowest < 0 ? -1 : 0;
  return (
    <PanelSection
      id="over-time"
      title="Over time"
      beside
      description="Do analysts agree more over time, or less? An article counts in the month in which its annotations were last changed."
    >
      <FigureTable
        name="Agreement over time"
        rows={[...months].reverse()}
        keyOf={({ month }) => month}
        columns={[{ head: 'Month', cell: ({ month }) => month }, ...subsetColumns]}
        record={({ month, ...subset }) => ({ month, ...subsetRecord(subset) })}
      />
      {/* One month makes no line. */}
      {months.length > 1 && (
        <Drawing name="Agreement by month" legend={series}>
          {() => (
            <LineChart
              h={260}
              data={months.map(({ month, uAlphaPooled, f1Partial, f1Exact }) => ({
                month,
                uAlphaPooled: uAlphaPooled.value,
                f1Partial: f1Partial.value,
                f1Exact: f1Exact.value,
              }))}
              dataKey="month"
              series={series.map(({ key, name, color, dash }) => ({
                name: key,
                label: name,
                color,
                strokeDasharray: dash,
              }))}
              curveType="linear"
              connectNulls={false}
              tickLine="none"
              strokeWidth={2}
              valueFormatter={(value) => decimals(value)}
              yAxisProps={{
                domain: [from, 1],
                ticks: from < 0 ? [-1, -0.5, 0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1],
                width: 44,
              }}
              lineProps={{ isAnimationActive: false }}
              lineChartProps={{ accessibilityLayer: false }}
            />
          )}
        </Drawing>
      )}
    </PanelSection>
  );
}

/** Agreement by outlet. */
export function SourceSection({ sources, names }: { sources: PanelView['sources']; names: Names }) {
  const keyOf = ({ source }: { source: string | null }) => JSON.stringify(source);
  return (
    <PanelSection
      id="by-outlet"
      title="By outlet"
      beside
      description="Do analysts agree less on some outlets? The outlets with most articles come first. A figure from few articles can change considerably with the next ones."
    >
      <FigureTable
        name="Agreement by outlet"
        rows={sources}
        keyOf={keyOf}
        columns={[
          { head: 'Outlet', cell: ({ source }) => <bdi>{names.source(source)}</bdi> },
          ...subsetColumns,
        ]}
        record={({ source, ...subset }) => ({ outlet: source, ...subsetRecord(subset) })}
      />
      <Drawing
        name={
          sources.length > firstRows * 2
            ? `uα by outlet, the ${firstRows * 2} with most articles`
            : 'uα by outlet'
        }
      >
        {(width) => (
          <DotPlot
            name="uα by outlet"
            width={width}
            domain={overChanceDomain}
            rows={sources.slice(0, firstRows * 2).map((row) => ({
              id: keyOf(row),
              name: names.source(row.source),
              ...row.uAlphaPooled,
            }))}
          />
        )}
      </Drawing>
    </PanelSection>
  );
}
