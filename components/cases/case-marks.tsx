import { Text } from '@mantine/core';
import type { LabelShelf } from '@/components/annotate/label-shelf';
import { LabelMark } from '@/components/codebook/label-mark';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import classes from './cases.module.css';

type Version = DecisionView['versions'][number];
type Mark = Version['annotations'][number];

/** Annotations as they are painted: the words under the label, and its name. */
export function CaseMarks({ marks, shelf }: { marks: readonly Mark[]; shelf: LabelShelf }) {
  return (
    <ul className={classes.marks}>
      {marks.map(({ annotationId, label, quote, note }) => (
        <li key={annotationId}>
          <LabelMark label={shelf.of(label)} words={quote} />{' '}
          <span className={classes.by}>{shelf.of(label).name}</span>
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

function whoseWords({ holders, count }: Version): string {
  const names = holders.map(({ author }) => author).join(', ');
  if (names === '') return count === 1 ? 'One reading' : `${count} readings`;
  const others = count - holders.length;
  return others > 0 ? `${names} and ${others} more` : names;
}

/** What the readings had at the place, as far as it is open to the reader, and what was decided. */
export function CaseSides({ decision, shelf }: { decision: DecisionView; shelf: LabelShelf }) {
  const { versions, silent, outcome, declined, deed } = decision;
  return (
    <div className={classes.parts}>
      <div className={classes.part}>
        <h3 className={classes.name}>What was there</h3>
        {versions.map((version, at) => (
          <div key={at}>
            <CaseMarks marks={version.annotations} shelf={shelf} />
            <span className={classes.by}>
              <bdi>{whoseWords(version)}</bdi>
              {version.taken ? ', taken' : ''}
            </span>
          </div>
        ))}
        {versions.length === 0 && (
          <Text size="sm" c="dimmed">
            {deed === 'own' ? 'Nobody had marked anything.' : 'The versions are not open to you.'}
          </Text>
        )}
        {silent !== null && silent > 0 && (
          <div className={classes.by}>
            {silent === 1 ? 'One reading had nothing.' : `${silent} readings had nothing.`}
          </div>
        )}
      </div>
      <div className={classes.part}>
        <h3 className={classes.name}>What was decided</h3>
        {outcome.length > 0 ? (
          <CaseMarks marks={outcome} shelf={shelf} />
        ) : (
          <Text size="sm">
            {deed === 'relation' ? 'About a relation.' : 'Nothing stands here.'}
          </Text>
        )}
        {declined.length > 0 && (
          <div className={classes.by}>
            Not given: {declined.map((key) => shelf.of(key).name).join(', ')}
          </div>
        )}
      </div>
    </div>
  );
}
