import type { PanelView } from '@/lib/agreement/agreement-view';
import { DotPlot } from '@/components/charts/dot-plot';
import { Drawing } from '@/components/charts/drawing';
import { figureRecord } from '@/components/charts/figure-record';
import type { Column } from '@/components/charts/figure-table';
import { FigureTable } from '@/components/charts/figure-table';
import { intervalText, percent } from '@/components/charts/figure-text';
import type { Names } from './names';
import { PanelSection } from '@/components/charts/panel-section';
import { FigureCell } from '@/components/charts/subset-columns';
import { overChanceDomain } from '@/components/charts/scale';

type LabelRow = PanelView['labels'][number];

const columns = (names: Names): Column<LabelRow>[] => [
  { head: 'Label', cell: ({ label }) => <bdi>{names.label(label)}</bdi> },
  { head: 'uα', isNumber: true, cell: (row) => <FigureCell figure={row} /> },
  {
    head: '95 % interval',
    isNumber: true,
    cell: ({ interval, intervalReason }) =>
      interval ? intervalText(interval) : <span title={intervalReason ?? ''}>–</span>,
  },
  { head: 'F1 partial', isNumber: true, cell: (row) => <FigureCell figure={row.f1Partial} /> },
  { head: 'F1 exact', isNumber: true, cell: (row) => <FigureCell figure={row.f1Exact} /> },
  { head: 'Marks', isNumber: true, cell: ({ n }) => n.toLocaleString('en-US') },
  { head: 'Of the text', isNumber: true, cell: ({ prevalence }) => percent(prevalence) },
];

/** Agreement by label. */
export function LabelSection({ labels, names }: { labels: PanelView['labels']; names: Names }) {
  const rows = labels.map((row) => ({ ...row, id: row.label, name: names.label(row.label) }));
  return (
    <PanelSection
      id="by-label"
      title="By label"
      beside
      description="Which labels do analysts agree on? Each is reckoned by itself, as if there were no other. A label that is rarely used has a wide interval: look at that before the figure."
    >
      <FigureTable
        name="Agreement by label"
        rows={labels}
        keyOf={({ label }) => label}
        columns={columns(names)}
        shown={20}
        record={(row) => ({
          label: row.label,
          label_name: names.label(row.label),
          annotations: row.n,
          articles: row.articles,
          share_of_text: row.prevalence,
          ...figureRecord('u_alpha', row),
          ...figureRecord('f1_partial', row.f1Partial),
          ...figureRecord('f1_exact', row.f1Exact),
        })}
      />
      <Drawing name="uα by label, with 95 % intervals">
        {(width) => (
          <DotPlot
            name="uα by label"
            rows={rows.slice(0, 60)}
            domain={overChanceDomain}
            width={width}
          />
        )}
      </Drawing>
    </PanelSection>
  );
}
