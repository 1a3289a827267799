import { Text, Title } from '@mantine/core';
import type { PanelView } from '@/lib/agreement/agreement-view';
import { panelMeasures } from '@/lib/agreement/agreement-view';
import { FigureCard } from '@/components/charts/figure-card';
import { figureRecord } from '@/components/charts/figure-record';
import { percent } from '@/components/charts/figure-text';
import { panelMeasureText } from '@/components/charts/measure-text';
import { fileName } from '@/components/charts/picture-text';
import { SavedRows } from '@/components/charts/saved-rows';
import { useAbout } from '@/components/charts/saving';
import classes from '@/components/charts/figure-card.module.css';

/** The figures that everybody asks for first. */
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
          From {first.n.toLocaleString('en-US')} marks that {first.coders.toLocaleString('en-US')}{' '}
          analysts made in {first.articles.toLocaleString('en-US')}{' '}
          {first.articles === 1 ? 'article' : 'articles'}; {percent(first.prevalence)} of what was
          read is marked.{' '}
          {reason
            ? 'Where no interval is drawn, it says why.'
            : 'The line through a point is its 95 % interval, as it would come out with other articles of the same kind.'}
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
        The published ranges are there for scale: other texts, other codebooks, other people. They
        are no threshold. They were measured on the published data of each corpus.
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
