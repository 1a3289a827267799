import { figureRecord } from '@/components/charts/saved-files';
import { differenceText, differencesText } from '@/components/charts/figure-text';
import { ChangePlot } from '@/components/charts/change-plot';
import { Drawing } from '@/components/charts/drawing';
import { FigureTable, FigureCell } from '@/components/charts/figure-table';
import { PanelSection } from '@/components/charts/panel-section';
import type { Domain } from '@/components/charts/scale';
import { overChanceDomain, shareDomain } from '@/components/charts/scale';
import type { MomentRow } from '@/components/charts/two-moments-plot';
import { TwoMomentsPlot } from '@/components/charts/two-moments-plot';
import type { RoundReport } from '@/lib/round/round';

const number = (count: number) => count.toLocaleString('en-US');
const title = 'What each analyst changed';

/** What became of each analyst's annotations in a round, drawn and listed. */
export function ChangeSection({ analysts }: Pick<RoundReport, 'analysts'>) {
  return (
    <PanelSection
      id="changes"
      title={title}
      description="Annotations that are new, deleted, under another label, or on other words than before the round. One made again on the same words is the same; one that was both relabelled and moved counts in both."
    >
      <Drawing name={title}>
        {(width) => <ChangePlot name={title} rows={analysts.slice(0, 60)} width={width} />}
      </Drawing>
      <FigureTable
        name={title}
        rows={analysts}
        keyOf={({ id }) => id}
        columns={[
          { head: 'Analyst', cell: ({ name }) => <bdi>{name}</bdi> },
          { head: 'Articles', isNumber: true, cell: ({ layerCount: layers }) => number(layers) },
          { head: 'Annotations before', isNumber: true, cell: ({ before }) => number(before) },
          { head: 'Added', isNumber: true, cell: ({ added }) => number(added) },
          { head: 'Removed', isNumber: true, cell: ({ removed }) => number(removed) },
          { head: 'Relabelled', isNumber: true, cell: ({ relabelled }) => number(relabelled) },
          { head: 'Moved', isNumber: true, cell: ({ moved }) => number(moved) },
          { head: 'Annotations after', isNumber: true, cell: ({ after }) => number(after) },
        ]}
        record={({ id: _, name, ...counts }) => ({ analyst: name, ...counts })}
      />
    </PanelSection>
  );
}

function domainOf(rows: readonly MomentRow[]): Domain {
  const isBelow = rows.some(
    ({ before, after }) => (before.value ?? 0) < 0 || (after.value ?? 0) < 0,
  );
  return isBelow ? overChanceDomain : shareDomain;
}

/** Figures before a round and after it, drawn and listed. */
export function MomentsSection({
  id,
  title,
  description,
  rows,
  head,
  afterName,
}: {
  id: string;
  title: string;
  description: string;
  rows: readonly MomentRow[];
  /** What a row is about. */
  head: string;
  /** The name of the second moment: “After”, or “Now” while the round is open. */
  afterName: string;
}) {
  return (
    <PanelSection id={id} title={title} beside description={description}>
      <FigureTable
        name={title}
        rows={rows}
        keyOf={(row) => row.id}
        columns={[
          { head, cell: ({ name }) => <bdi>{name}</bdi> },
          { head: 'Before', isNumber: true, cell: ({ before }) => <FigureCell figure={before} /> },
          { head: afterName, isNumber: true, cell: ({ after }) => <FigureCell figure={after} /> },
          {
            head: 'Difference',
            isNumber: true,
            cell: ({ difference }) => differenceText(difference),
          },
          {
            head: '95 % interval',
            isNumber: true,
            cell: ({ interval, intervalReason }) =>
              interval ? differencesText(interval) : <span title={intervalReason ?? ''}>–</span>,
          },
        ]}
        record={(row) => ({
          [head.toLowerCase()]: row.name,
          ...figureRecord('before', row.before),
          ...figureRecord('after', row.after),
          ...figureRecord('difference', { ...row, value: row.difference, reason: null }),
        })}
      />
      <Drawing name={title}>
        {(width) => (
          <TwoMomentsPlot
            name={title}
            rows={rows.slice(0, 60)}
            domain={domainOf(rows)}
            width={width}
          />
        )}
      </Drawing>
    </PanelSection>
  );
}
