import { figureRecord } from '@/components/charts/saved-files';
import { Anchor } from '@mantine/core';
import Link from 'next/link';
import type { Column } from '@/components/charts/figure-table';
import { FigureTable, FigureCell } from '@/components/charts/figure-table';
import { decimals, intervalText, sentence } from '@/components/charts/figure-text';
import type { AnalystPerformanceView } from '@/lib/calibration/analyst-performance';
import type { Estimate } from '@/lib/calibration/estimate';
import { SmallInterval, SmallLine } from '@/components/charts/small-charts';
import { figureOf } from './performance-measures';

type LabelRow = AnalystPerformanceView['labels'][number];

const intervalCell = ({ intervals, intervalReason }: Estimate) =>
  intervals.f1Characters ? (
    intervalText(intervals.f1Characters)
  ) : (
    <span title={intervalReason === null ? '' : sentence(intervalReason)}>–</span>
  );

const figures = <Row extends Estimate>(): Column<Row>[] => [
  { head: 'F1', isNumber: true, cell: (row) => decimals(row.f1Characters) },
  { head: '95 % interval', isNumber: true, cell: intervalCell },
  { head: 'F1 overlap', isNumber: true, cell: (row) => decimals(row.f1Overlap) },
  { head: 'α', isNumber: true, cell: (row) => <FigureCell figure={row.alpha} /> },
  { head: 'Articles', isNumber: true, cell: (row) => row.articles.toLocaleString('en-US') },
];

const recordOf = (row: Estimate) => ({
  articles: row.articles,
  marked: row.mine,
  consensus: row.consensus,
  ...figureRecord('f1_characters', {
    ...figureOf(row, 'f1Characters'),
    intervalReason: row.intervalReason,
  }),
  ...figureRecord('f1_overlap', {
    ...figureOf(row, 'f1Overlap'),
    intervalReason: row.intervalReason,
  }),
  f1_exact: row.f1Exact,
  ...figureRecord('alpha', { ...figureOf(row, 'alpha'), intervalReason: row.intervalReason }),
});

/** Somebody's figures by label, as a table. */
export function LabelTable({
  labels,
  labelName,
}: {
  labels: readonly LabelRow[];
  labelName: (key: string) => string;
}) {
  return (
    <FigureTable
      name="Agreement with consensus by label"
      rows={labels}
      keyOf={({ label }) => label}
      columns={[
        { head: 'Label', cell: ({ label }) => <bdi>{labelName(label)}</bdi> },
        ...figures<LabelRow>(),
      ]}
      shown={20}
      record={(row) => ({ label: row.label, label_name: labelName(row.label), ...recordOf(row) })}
    />
  );
}

type PersonRow = AnalystPerformanceView['all'] & { person: AnalystPerformanceView };

function calibrationText({ attempts, calibratedAt }: AnalystPerformanceView): string {
  if (calibratedAt !== null) return 'Passed';
  const articles = new Set(attempts.map(({ articleId }) => articleId));
  const passed = new Set(attempts.filter((one) => one.passed).map(({ articleId }) => articleId));
  return attempts.length === 0 ? '–' : `${passed.size} of ${articles.size} tried`;
}

/** The figures of all analysts, for managers, with a link to each. */
export function PeopleTable({
  people,
  projectId,
}: {
  people: readonly AnalystPerformanceView[];
  projectId: string;
}) {
  const columns: Column<PersonRow>[] = [
    {
      head: 'Analyst',
      cell: ({ person: { user } }) => (
        <Anchor
          component={Link}
          href={`/projects/${projectId}/performance?user=${user.id}`}
          inherit
        >
          <bdi>{user.name}</bdi>
        </Anchor>
      ),
    },
    {
      head: 'F1 and its interval',
      cell: (row) =>
        row.articles === 0 ? '–' : <SmallInterval {...figureOf(row, 'f1Characters')} />,
    },
    {
      head: 'By month',
      cell: ({ person }) => (
        <SmallLine values={person.months.map(({ f1Characters }) => f1Characters)} />
      ),
    },
    ...figures<PersonRow>(),
    { head: 'Calibration', cell: ({ person }) => calibrationText(person) },
  ];
  return (
    <FigureTable
      name="Agreement with consensus by analyst"
      rows={people.map((person) => ({ ...person.all, person }))}
      keyOf={({ person }) => person.user.id}
      columns={columns}
      shown={50}
      record={({ person, ...row }) => ({
        analyst: person.user.name,
        ...recordOf(row),
        calibrated_at: person.calibratedAt,
      })}
    />
  );
}
