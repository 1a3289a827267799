import type { PanelView } from '@/lib/agreement/agreement-view';
import { DotPlot } from '@/components/charts/dot-plot';
import { Drawing } from '@/components/charts/drawing';
import { figureRecord } from '@/components/charts/figure-record';
import { FigureTable } from '@/components/charts/figure-table';
import type { Names } from './names';
import { PanelSection } from '@/components/charts/panel-section';
import { FigureCell } from '@/components/charts/subset-columns';
import { shareDomain } from '@/components/charts/scale';

/** How far each analyst is to be relied on, as MACE has it. */
export function CoderSection({ coders, names }: { coders: PanelView['coders']; names: Names }) {
  return (
    <PanelSection
      id="by-analyst"
      title="Analysts"
      beside
      description="How often does somebody mark what all together would, rather than by a habit of their own? This is MACE (Hovy et al. 2013): a model that supposes each either knows, or guesses. 1: always knows; 0: always guesses. It takes the many to be right, and takes one who marks nearly everything that anybody marks for one who guesses so; either may score low and be right. Beside it stands the mean span F1 with each of the others, with partial credit, which has no such fault and no correction for chance. A reason to talk, not a mark. It is told from 50 items on; an item is a label at a place that somebody marked."
    >
      <FigureTable
        name="Analysts"
        rows={coders}
        keyOf={({ id }) => id}
        columns={[
          { head: 'Analyst', cell: ({ id }) => <bdi>{names.analyst(id)}</bdi> },
          {
            head: 'Competence',
            isNumber: true,
            cell: (row) => <FigureCell figure={row.competence} />,
          },
          {
            head: 'F1 with the others',
            isNumber: true,
            cell: (row) => <FigureCell figure={row.f1Partial} />,
          },
          { head: 'Items', isNumber: true, cell: ({ items }) => items.toLocaleString('en-US') },
          { head: 'Marks', isNumber: true, cell: ({ n }) => n.toLocaleString('en-US') },
          {
            head: 'Articles',
            isNumber: true,
            cell: ({ articles }) => articles.toLocaleString('en-US'),
          },
        ]}
        record={({ id, articles, n, items, competence, f1Partial }) => ({
          analyst: names.analyst(id),
          articles,
          annotations: n,
          items,
          ...figureRecord('mace_competence', competence),
          ...figureRecord('f1_partial', f1Partial),
        })}
      />
      <Drawing name="Competence of analysts (MACE)">
        {(width) => (
          <DotPlot
            name="Competence of analysts (MACE)"
            width={width}
            domain={shareDomain}
            rows={coders.map(({ id, competence }) => ({
              id,
              name: names.analyst(id),
              ...competence,
            }))}
          />
        )}
      </Drawing>
    </PanelSection>
  );
}
