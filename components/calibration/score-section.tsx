import { Text } from '@mantine/core';
import type { Measured } from '@/lib/calibration/score';
import { Drawing } from '@/components/charts/drawing';
import type { Column } from '@/components/charts/figure-table';
import { FigureTable, FigureCell } from '@/components/charts/figure-table';
import { decimals } from '@/components/charts/figure-text';
import { PanelSection } from '@/components/charts/panel-section';
import type { CalibrationResult } from '@/lib/calibration/calibration-result';
import { ScorePlot } from '@/components/charts/score-plot';

type Row = Measured & { id: string; name: string };

const number = (head: string, means: string, of: (row: Row) => number): Column<Row> => ({
  head,
  means,
  isNumber: true,
  cell: (row) => decimals(of(row)),
});

const columns: Column<Row>[] = [
  { head: 'Label', cell: ({ name }) => <bdi>{name}</bdi> },
  number('F1', 'Of the characters that either side covers', (row) => row.f1Characters),
  number(
    'Precision',
    'The share of what was annotated that the consensus has',
    (row) => row.precision,
  ),
  number('Recall', 'The share of the consensus that was annotated', (row) => row.recall),
  number('F1 overlap', 'Annotations that overlap one of the consensus', (row) => row.f1Overlap),
  number('F1 exact', 'Annotations that the consensus has to the character', (row) => row.f1Exact),
  {
    head: 'α',
    means: 'Agreement beyond chance',
    isNumber: true,
    cell: (row) => <FigureCell figure={row.alpha} />,
  },
  { head: 'Annotations', isNumber: true, cell: ({ mine }) => mine.toLocaleString('en-US') },
  { head: 'Consensus', isNumber: true, cell: ({ consensus }) => consensus.toLocaleString('en-US') },
];

/** The score of an attempt: a chart with the pass mark, and figures by label. */
export function ScoreSection({
  attempt,
  labels,
}: {
  attempt: CalibrationResult['attempts'][number];
  labels: CalibrationResult['labels'];
}) {
  const names = new Map(labels.map(({ key, name }) => [key, name]));
  const rows: Row[] = [
    { ...attempt.score.all, id: '', name: 'All labels' },
    ...attempt.score.labels.map(({ label, ...one }) => ({
      ...one,
      id: label,
      name: names.get(label) ?? label,
    })),
  ];
  return (
    <PanelSection
      id="score"
      title="Score"
      description="F1 is the harmonic mean of precision and recall, character by character and label by label: 1 is just what the consensus has, 0 nothing of it."
    >
      <Drawing name="F1 by label">
        {(width) => (
          <ScorePlot
            name="F1 by label"
            width={width}
            passMark={attempt.passMark}
            rows={rows.map(({ id, name, f1Characters }) => ({ id, name, value: f1Characters }))}
          />
        )}
      </Drawing>
      {rows.length === 1 && (
        <Text size="sm" c="dimmed">
          Neither this submission nor the consensus has annotations, which counts as full agreement.
        </Text>
      )}
      <FigureTable
        name="Score by label"
        rows={rows}
        keyOf={({ id }) => id}
        columns={columns}
        shown={30}
        record={({ id, name, alpha, ...row }) => ({
          label: id,
          label_name: name,
          f1_characters: row.f1Characters,
          precision: row.precision,
          recall: row.recall,
          f1_overlap: row.f1Overlap,
          f1_exact: row.f1Exact,
          alpha: alpha.value,
          marked: row.mine,
          consensus: row.consensus,
        })}
      />
    </PanelSection>
  );
}
