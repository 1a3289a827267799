'use client';

import type { PanelView } from '@/lib/agreement/agreement-view';
import { DotPlot } from '@/components/charts/dot-plot';
import { Drawing } from '@/components/charts/drawing';
import { subsetRecord } from '@/components/charts/figure-record';
import { FigureTable, firstRows } from '@/components/charts/figure-table';
import type { Names } from './names';
import { PanelSection } from '@/components/charts/panel-section';
import { subsetColumns } from '@/components/charts/subset-columns';
import { overChanceDomain } from '@/components/charts/scale';

/** Agreement by outlet. */
export function SourceSection({ sources, names }: { sources: PanelView['sources']; names: Names }) {
  const keyOf = ({ source }: { source: string | null }) => JSON.stringify(source);
  return (
    <PanelSection
      id="by-outlet"
      title="By outlet"
      beside
      description="Do analysts agree less on some outlets? The outlets with most articles come first. Few articles make a figure that another week’s reading may turn over."
    >
      <FigureTable
        name="Agreement by outlet"
        rows={sources}
        keyOf={keyOf}
        columns={[
          { head: 'Outlet', cell: ({ source }) => <bdi>{names.source(source)}</bdi> },
          ...subsetColumns,
        ]}
        record={({ source, ...subset }) => ({ outlet: source, ...subsetRecord(subset) })}
      />
      <Drawing
        name={
          sources.length > firstRows * 2
            ? `uα by outlet, the ${firstRows * 2} with most articles`
            : 'uα by outlet'
        }
      >
        {(width) => (
          <DotPlot
            name="uα by outlet"
            width={width}
            domain={overChanceDomain}
            rows={sources.slice(0, firstRows * 2).map((row) => ({
              id: keyOf(row),
              name: names.source(row.source),
              ...row.uAlphaPooled,
            }))}
          />
        )}
      </Drawing>
    </PanelSection>
  );
}
