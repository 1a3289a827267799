import { figureRecord } from '@/components/charts/saved-files';
import type { PanelView } from '@/lib/agreement/agreement-view';
import { DotPlot } from '@/components/charts/dot-plot';
import { Drawing } from '@/components/charts/drawing';
import type { Column } from '@/components/charts/figure-table';
import { FigureTable, FigureCell } from '@/components/charts/figure-table';
import { intervalText, percent } from '@/components/charts/figure-text';
import type { Names } from './names';
import { PanelSection } from '@/components/charts/panel-section';
import { overChanceDomain } from '@/components/charts/scale';
import { Text } from '@mantine/core';
import { matrixGrid } from '@/components/workbench/matrix-grid';
import { MatrixDrawing } from '@/components/charts/matrix-drawing';

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
  { head: 'Annotations', isNumber: true, cell: ({ n }) => n.toLocaleString('en-US') },
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
      description="Which labels do analysts agree on? Each is calculated separately, as if it were the only one. A rarely used label has a wide interval: look at that before the figure."
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

const nobody = 'no annotation';

/** How often each label was given where another annotator gave a different one, or none. */
export function ConfusionSection({
  confusion,
  order,
  names,
}: {
  confusion: PanelView['confusion'];
  order: readonly string[];
  names: Names;
}) {
  const { rows, max, total } = matrixGrid(confusion, order);
  const labels = rows.map(({ label }) => label);
  const title = 'Labels by pair of annotations';
  return (
    <PanelSection
      id="confusion"
      title="Confusion of labels"
      description="Where one analyst gave the label of the row, what did another give there? In the column “no annotation”: nothing. Each pair of labels appears once, whichever analyst gave which. On the diagonal both gave the same label."
    >
      {labels.length === 0 ? (
        <Text size="sm">There are no annotations in this selection.</Text>
      ) : (
        <Drawing name={title}>
          {() => (
            <MatrixDrawing
              name={title}
              rows={labels.map(names.label)}
              columns={[...labels.map(names.label), nobody]}
              cellAt={(row, column) => {
                // The other half of the symmetric matrix is not shown.
                if (column < row) return null;
                const counted = rows[row]?.cells[column]?.count ?? 0;
                const [one, other] = [labels[row] ?? '', labels[column]];
                const otherName = other === undefined ? 'no annotation' : names.label(other);
                return {
                  text: counted.toLocaleString('en-US'),
                  share: max === 0 ? 0 : Math.sqrt(counted / max),
                  description: `${names.label(one)} and ${otherName}: ${counted.toLocaleString('en-US')}`,
                };
              }}
            />
          )}
        </Drawing>
      )}
      <FigureTable
        name="Pairs of labels"
        rows={[...confusion].sort((one, other) => other.count - one.count)}
        keyOf={({ row, column }) => JSON.stringify([row, column])}
        shown={6}
        columns={[
          { head: 'Label', cell: ({ row }) => <bdi>{names.label(row)}</bdi> },
          {
            head: 'Other label',
            cell: ({ row, column }) =>
              column === null ? nobody : column === row ? 'the same' : names.label(column),
          },
          { head: 'Times', isNumber: true, cell: (cell) => cell.count.toLocaleString('en-US') },
          { head: 'Of all', isNumber: true, cell: (cell) => percent(cell.count / total) },
        ]}
        record={({ row, column, count: counted }) => ({
          label: row,
          other: column,
          count: counted,
        })}
      />
    </PanelSection>
  );
}
