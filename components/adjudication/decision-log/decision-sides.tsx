import { Text } from '@mantine/core';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import classes from './decision-log.module.css';

type Version = DecisionView['versions'][number];
type DecisionAnnotation = Version['annotations'][number];

/** Annotations as they are painted: the words under the label, and its name. */
export function DecisionAnnotations({
  annotations,
  lookup,
}: {
  annotations: readonly DecisionAnnotation[];
  lookup: LabelLookup;
}) {
  return (
    <ul className={classes.annotations}>
      {annotations.map(({ annotationId, label, quote, note }) => (
        <li key={annotationId}>
          <LabelHighlight label={lookup.of(label)} text={quote} />{' '}
          <span className={classes.byline}>{lookup.of(label).name}</span>
          {note !== '' && (
            <Text size="sm" c="dimmed">
              {note}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}

function holdersText({ holders, count }: Version): string {
  const names = holders.map(({ author }) => author).join(', ');
  if (names === '') return count === 1 ? 'One reading' : `${count} readings`;
  const others = count - holders.length;
  return others > 0 ? `${names} and ${others} more` : names;
}

/** What the readings had at the place, as far as it is open to the reader, and what was decided. */
export function DecisionSides({
  decision,
  lookup,
}: {
  decision: DecisionView;
  lookup: LabelLookup;
}) {
  const { versions, silent, outcome, rejectedLabels, kind } = decision;
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <h3 className={classes.name}>What was there</h3>
        {versions.map((version, at) => (
          <div key={at}>
            <DecisionAnnotations annotations={version.annotations} lookup={lookup} />
            <span className={classes.byline}>
              <bdi>{holdersText(version)}</bdi>
              {version.taken ? ', taken' : ''}
            </span>
          </div>
        ))}
        {versions.length === 0 && (
          <Text size="sm" c="dimmed">
            {kind === 'own' ? 'Nobody had marked anything.' : 'The versions are not open to you.'}
          </Text>
        )}
        {silent !== null && silent > 0 && (
          <div className={classes.byline}>
            {silent === 1 ? 'One reading had nothing.' : `${silent} readings had nothing.`}
          </div>
        )}
      </div>
      <div className={classes.column}>
        <h3 className={classes.name}>What was decided</h3>
        {outcome.length > 0 ? (
          <DecisionAnnotations annotations={outcome} lookup={lookup} />
        ) : (
          <Text size="sm">
            {kind === 'relation' ? 'About a relation.' : 'Nothing stands here.'}
          </Text>
        )}
        {rejectedLabels.length > 0 && (
          <div className={classes.byline}>
            Not given: {rejectedLabels.map((key) => lookup.of(key).name).join(', ')}
          </div>
        )}
      </div>
    </div>
  );
}
