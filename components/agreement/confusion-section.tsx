import { Text } from '@mantine/core';
import { matrixGrid } from '@/components/workbench/matrix-grid';
import type { PanelView } from '@/lib/agreement/agreement-view';
import { Drawing } from '@/components/charts/drawing';
import { FigureTable } from '@/components/charts/figure-table';
import { percent } from '@/components/charts/figure-text';
import { MatrixDrawing } from '@/components/charts/matrix-drawing';
import type { Names } from './names';
import { PanelSection } from '@/components/charts/panel-section';

const nobody = 'nobody';

/** Which label met which, and which met nobody’s mark. */
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
  const title = 'Which label met which';
  return (
    <PanelSection
      id="confusion"
      title="Confusion of labels"
      description="Where one analyst set the label of the row, what did another set there? In the column “nobody”: nothing. Who of the two said which is not told apart, so every meeting stands once. On the diagonal both said the same."
    >
      {labels.length === 0 ? (
        <Text size="sm">Nobody has marked anything in these readings.</Text>
      ) : (
        <Drawing name={title}>
          {() => (
            <MatrixDrawing
              name={title}
              rows={labels.map(names.label)}
              columns={[...labels.map(names.label), nobody]}
              cellAt={(row, column) => {
                // What is left of the diagonal stands in another row.
                if (column < row) return null;
                const counted = rows[row]?.cells[column]?.count ?? 0;
                const [one, other] = [labels[row] ?? '', labels[column]];
                const otherName = other === undefined ? 'nobody’s mark' : names.label(other);
                return {
                  text: counted.toLocaleString('en-US'),
                  share: max === 0 ? 0 : Math.sqrt(counted / max),
                  description: `${names.label(one)} met ${otherName}: ${counted.toLocaleString('en-US')}`,
                };
              }}
            />
          )}
        </Drawing>
      )}
      <FigureTable
        name="Meetings of labels"
        rows={[...confusion].sort((one, other) => other.count - one.count)}
        keyOf={({ row, column }) => JSON.stringify([row, column])}
        shown={6}
        columns={[
          { head: 'Label', cell: ({ row }) => <bdi>{names.label(row)}</bdi> },
          {
            head: 'Met',
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
