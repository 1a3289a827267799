import { figureRecord, SavedRows, useAbout } from '@/components/charts/saved-files';
import { fileName } from '@/components/charts/picture';
import { Text, Title, Stack } from '@mantine/core';
import type { PanelView, AgreementView, OnDemandFigureView } from '@/lib/agreement/agreement-view';
import { panelMeasures } from '@/lib/agreement/agreement-view';
import { FigureCard } from '@/components/charts/figure-card';
import { percent, panelMeasureText } from '@/components/charts/figure-text';
import classes from '@/components/charts/figure-card.module.css';
import { CoderSection, PairSection } from './analyst-sections';
import { ConfusionSection, LabelSection } from './label-sections';
import { DividingSection, KindSection } from './disagreement-sections';
import { MonthSection, SourceSection } from './subset-sections';
import type { AgreementFilterValues } from './agreement-filter-values';
import { agreementSearch } from './agreement-filter-values';
import { OnDemandFigures } from './on-demand-figures';
import type { Names } from './names';

/** The main figures of the project, with published ranges for comparison. */
function HeadlineFigures({ figures }: { figures: PanelView['figures'] }) {
  const { project } = useAbout();
  const first = figures[0];
  const reason = figures.find(({ interval }) => interval === null)?.intervalReason;
  const measured = [...figures].sort(
    (one, other) => panelMeasures.indexOf(one.measure) - panelMeasures.indexOf(other.measure),
  );
  return (
    <section aria-labelledby="at-a-glance">
      <Title order={2} size="h3" id="at-a-glance">
        At a glance
      </Title>
      {first && (
        <Text size="sm" c="dimmed" maw="44rem" mt={4} data-figures>
          From {first.n.toLocaleString('en-US')} annotations by{' '}
          {first.coders.toLocaleString('en-US')} analysts in{' '}
          {first.articles.toLocaleString('en-US')} {first.articles === 1 ? 'article' : 'articles'};{' '}
          {percent(first.prevalence)} of the text is annotated.{' '}
          {reason
            ? 'Figures without an interval say why.'
            : 'The line through a point is its 95 % interval: the range to expect with other articles of the same kind.'}
        </Text>
      )}
      <div className={classes.cards}>
        {measured.map((figure) => (
          <FigureCard
            key={figure.measure}
            figure={figure}
            text={panelMeasureText[figure.measure]}
            facts={[]}
          />
        ))}
      </div>
      <Text size="sm" c="dimmed" maw="44rem" mt="xs">
        The published ranges are for comparison only: they come from other texts, codebooks and
        people, and are no thresholds. They were measured on the published data of each corpus.
      </Text>
      <SavedRows
        name="Figures at a glance"
        file={fileName(`${project} figures`)}
        records={() =>
          measured.map((figure) => ({
            measure: figure.measure,
            ...figureRecord('value', figure),
            annotations: figure.n,
            articles: figure.articles,
            analysts: figure.coders,
            share_of_text: figure.prevalence,
          }))
        }
      />
    </section>
  );
}

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
