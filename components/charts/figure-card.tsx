import { Text, Title } from '@mantine/core';
import { Drawing } from './drawing';
import classes from './figure-card.module.css';
import type { FigureView, MeasureText } from './figure-text';
import { figureText, intervalText, notDefined, sentence } from './figure-text';
import { IntervalScale } from './interval-scale';

type Shown = FigureView & {
  interval: { low: number; high: number } | null;
  intervalReason: string | null;
};

/** A figure with the question it answers, on its scale, with published values for comparison. */
export function FigureCard({
  figure,
  text,
  facts,
}: {
  figure: Shown;
  text: MeasureText;
  /** Further facts, a sentence each. */
  facts: readonly string[];
}) {
  const { value, interval, intervalReason } = figure;
  return (
    <article className={classes.card}>
      <div>
        <Title order={3} size="h4" ff="text">
          {text.name}
        </Title>
        <Text size="sm" mt={4}>
          {text.answers}
        </Text>
        {facts.map((fact) => (
          <Text key={fact} size="sm" c="dimmed" mt={4} data-figures>
            {fact}
          </Text>
        ))}
        <Text size="sm" c="dimmed" mt={8}>
          For scale: {text.forScale}
        </Text>
      </div>
      <div className={classes.drawn}>
        {value === null ? (
          <Text fw={500}>{notDefined(figure)}</Text>
        ) : (
          <p className={classes.value}>
            <span className={classes.number}>{figureText(figure)}</span>
            {interval && (
              <Text span size="sm" c="dimmed" data-figures>
                95 % interval {intervalText(interval)}
              </Text>
            )}
          </p>
        )}
        {value !== null && (
          <Drawing name={text.name}>
            {(width) => <IntervalScale figure={figure} text={text} width={width} />}
          </Drawing>
        )}
        {value !== null && !interval && intervalReason && (
          <Text size="sm" c="dimmed">
            No interval: {sentence(intervalReason).replace(/^./, (letter) => letter.toLowerCase())}
          </Text>
        )}
      </div>
    </article>
  );
}
