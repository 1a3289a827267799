import { CoderSection, PairSection } from './analyst-sections';
import { ConfusionSection, LabelSection } from './label-sections';
import { DividingSection, KindSection } from './disagreement-sections';
import { MonthSection, SourceSection } from './subset-sections';
import { Stack } from '@mantine/core';
import type { AgreementView, OnDemandFigureView, PanelView } from '@/lib/agreement/agreement-view';
import type { AgreementFilterValues } from './agreement-filter-values';
import { agreementSearch } from './agreement-filter-values';
import { HeadlineFigures } from './headline-figures';
import { OnDemandFigures } from './on-demand-figures';
import type { Names } from './names';

/** All sections of a project’s agreement, from the figures to the passages. */
export function PanelSections({
  view,
  panel,
  names,
  filters,
  onFigure,
}: {
  view: AgreementView;
  panel: PanelView;
  names: Names;
  filters: AgreementFilterValues;
  onFigure: (name: string, figure: OnDemandFigureView) => void;
}) {
  return (
    <Stack gap={48}>
      <HeadlineFigures figures={panel.figures} />
      <OnDemandFigures
        key={agreementSearch(filters)}
        projectId={view.projectId}
        filters={filters}
        names={names}
        onFigure={onFigure}
      />
      <LabelSection labels={panel.labels} names={names} />
      <PairSection panel={panel} names={names} />
      <ConfusionSection
        confusion={panel.confusion}
        order={view.choices.labels.map(({ key }) => key)}
        names={names}
      />
      <KindSection disagreements={panel.disagreements} />
      <MonthSection months={panel.months} />
      <SourceSection sources={panel.sources} names={names} />
      <CoderSection coders={panel.coders} names={names} />
      <DividingSection panel={panel} />
    </Stack>
  );
}
