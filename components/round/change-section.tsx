import { Drawing } from '@/components/charts/drawing';
import { FigureTable } from '@/components/charts/figure-table';
import { PanelSection } from '@/components/charts/panel-section';
import type { RoundReport } from '@/lib/round/round-report';
import { ChangePlot } from '@/components/charts/change-plot';

const number = (count: number) => count.toLocaleString('en-US');
const title = 'What each analyst changed';

/** What became of each analyst's marks in a round, drawn and listed. */
export function ChangeSection({ analysts }: Pick<RoundReport, 'analysts'>) {
  return (
    <PanelSection
      id="changes"
      title={title}
      description="Highlights that are new, gone, under another label, or over other words than before the round. One drawn again over the same words is the same; one that was both relabelled and moved counts in both."
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
          { head: 'Readings', isNumber: true, cell: ({ layerCount: layers }) => number(layers) },
          { head: 'Marks before', isNumber: true, cell: ({ before }) => number(before) },
          { head: 'Added', isNumber: true, cell: ({ added }) => number(added) },
          { head: 'Removed', isNumber: true, cell: ({ removed }) => number(removed) },
          { head: 'Relabelled', isNumber: true, cell: ({ relabelled }) => number(relabelled) },
          { head: 'Moved', isNumber: true, cell: ({ moved }) => number(moved) },
          { head: 'Marks after', isNumber: true, cell: ({ after }) => number(after) },
        ]}
        record={({ id: _, name, ...counts }) => ({ analyst: name, ...counts })}
      />
    </PanelSection>
  );
}
