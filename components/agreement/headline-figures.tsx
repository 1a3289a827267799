import { figureRecord, SavedRows, useAbout } from '@/components/charts/saved-files';
import { fileName } from '@/components/charts/picture';
import { Text, Title } from '@mantine/core';
import type { PanelView } from '@/lib/agreement/agreement-view';
import { panelMeasures } from '@/lib/agreement/agreement-view';
import { FigureCard } from '@/components/charts/figure-card';
import { percent } from '@/components/charts/figure-text';
import { panelMeasureText } from '@/components/charts/measure-text';
import classes from '@/components/charts/figure-card.module.css';

/** The main figures of the project, with published ranges for comparison. */
export function HeadlineFigures({ figures }: { figures: PanelView['figures'] }) {
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
