'use client';

import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import type { PanelView } from '@/lib/agreement/agreement-view';
import { Drawing } from '@/components/charts/drawing';
import { subsetRecord } from '@/components/charts/figure-record';
import { FigureTable } from '@/components/charts/figure-table';
import { decimals } from '@/components/charts/figure-text';
import { PanelSection } from '@/components/charts/panel-section';
import { subsetColumns } from '@/components/charts/subset-columns';

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
      description="Do analysts grow together, or drift apart? An article counts in the month in which its last reading was made."
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
