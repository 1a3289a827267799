import { Drawing } from '@/components/charts/drawing';
import { FigureTable } from '@/components/charts/figure-table';
import { figureRecord } from '@/components/charts/figure-record';
import { PanelSection } from '@/components/charts/panel-section';
import { FigureCell } from '@/components/charts/subset-columns';
import type { Domain } from '@/components/charts/scale';
import { overChanceDomain, shareDomain } from '@/components/charts/scale';
import type { MomentRow } from '@/components/charts/two-moments-plot';
import { TwoMomentsPlot } from '@/components/charts/two-moments-plot';
import { differenceText, differencesText } from '@/components/charts/round-messages';

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
  /** What a row is of. */
  head: string;
  /** What the second moment is: “After”, or “Now” while the round is open. */
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
