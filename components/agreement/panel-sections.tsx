import { Stack } from '@mantine/core';
import type { AgreementView, LongFigureView, PanelView } from '@/lib/agreement/agreement-view';
import type { AgreementAsk } from './agreement-ask';
import { agreementSearch } from './agreement-ask';
import { CoderSection } from './coder-section';
import { ConfusionSection } from './confusion-section';
import { DividingSection } from './dividing-section';
import { HeadlineFigures } from './headline-figures';
import { KindSection } from './kind-section';
import { LabelSection } from './label-section';
import { LongFigures } from './long-figures';
import { MonthSection } from './month-section';
import type { Names } from './names';
import { PairSection } from './pair-section';
import { SourceSection } from './source-section';

/** All that is told of a project's agreement, from the figures to the passages. */
export function PanelSections({
  view,
  panel,
  names,
  ask,
  onFigure,
}: {
  view: AgreementView;
  panel: PanelView;
  names: Names;
  ask: AgreementAsk;
  onFigure: (name: string, figure: LongFigureView) => void;
}) {
  return (
    <Stack gap={48}>
      <HeadlineFigures figures={panel.figures} />
      <LongFigures
        key={agreementSearch(ask)}
        projectId={view.projectId}
        ask={ask}
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
      <KindSection partings={panel.partings} />
      <MonthSection months={panel.months} />
      <SourceSection sources={panel.sources} names={names} />
      <CoderSection coders={panel.coders} names={names} />
      <DividingSection panel={panel} />
    </Stack>
  );
}
