import type { PanelView } from '@/lib/agreement/agreement-view';
import { BarPlot } from '@/components/charts/bar-plot';
import { Drawing } from '@/components/charts/drawing';
import { FigureTable } from '@/components/charts/figure-table';
import { percent } from '@/components/charts/figure-text';
import { PanelSection } from '@/components/charts/panel-section';

type Disagreements = PanelView['disagreements'];

const kinds: { key: keyof Disagreements; name: string; means: string }[] = [
  { key: 'missing', name: 'Missing', means: 'One of the two marked nothing there.' },
  { key: 'boundary', name: 'Boundary', means: 'It begins or ends elsewhere.' },
  { key: 'label', name: 'Label', means: 'It is called otherwise.' },
  { key: 'nesting', name: 'Nesting', means: 'One marked a whole, the other a part of it.' },
  {
    key: 'fragmentation',
    name: 'Fragmentation',
    means: 'One marked in one piece what the other marked in several.',
  },
];

/** How readings part: how often in each way. */
export function KindSection({ disagreements }: { disagreements: Disagreements }) {
  const units = disagreements.same + disagreements.differing;
  const rows = kinds.map((kind) => ({ ...kind, count: disagreements[kind.key] }));
  const name = 'Kinds of disagreement';
  return (
    <PanelSection
      id="kinds"
      title={name}
      beside
      description={
        <>
          How do two readings of one place part? Of {units.toLocaleString('en-US')} places where at
          least one of a pair marked something, {disagreements.same.toLocaleString('en-US')} are
          alike and {disagreements.differing.toLocaleString('en-US')} part. A place that parts in
          two ways counts for both. All labels are counted here, whichever label is chosen above.
        </>
      }
    >
      <FigureTable
        name={name}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { head: 'Kind', cell: (row) => row.name },
          { head: 'What it is', cell: ({ means }) => means },
          { head: 'Places', isNumber: true, cell: ({ count }) => count.toLocaleString('en-US') },
          {
            head: 'Of all places',
            isNumber: true,
            cell: ({ count }) => (units === 0 ? '–' : percent(count / units)),
          },
        ]}
        record={({ key, count }) => ({ kind: key, units: count, of: units })}
      />
      <Drawing name={name}>
        {(width) => (
          <BarPlot
            name={name}
            width={width}
            rows={rows.map((row) => ({ id: row.key, name: row.name, count: row.count }))}
          />
        )}
      </Drawing>
    </PanelSection>
  );
}
