import type { PanelView } from '@/lib/agreement/agreement-view';
import { BarPlot } from './bar-plot';
import { Drawing } from './drawing';
import { FigureTable } from './figure-table';
import { percent } from './figure-words';
import { PanelSection } from './panel-section';

type Partings = PanelView['partings'];

const kinds: { key: keyof Partings; name: string; means: string }[] = [
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
export function KindSection({ partings }: { partings: Partings }) {
  const places = partings.same + partings.parted;
  const rows = kinds.map((kind) => ({ ...kind, count: partings[kind.key] }));
  const name = 'Kinds of disagreement';
  return (
    <PanelSection
      id="kinds"
      title={name}
      beside
      words={
        <>
          How do two readings of one place part? Of {places.toLocaleString('en-US')} places where at
          least one of a pair marked something, {partings.same.toLocaleString('en-US')} are alike
          and {partings.parted.toLocaleString('en-US')} part. A place that parts in two ways counts
          for both. All labels are counted here, whichever label is chosen above.
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
            cell: ({ count }) => (places === 0 ? '–' : percent(count / places)),
          },
        ]}
        record={({ key, count }) => ({ kind: key, places: count, of: places })}
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
