import type { LabelLookup } from '@/components/article-text/labels';
import { copyText } from '@/components/ui/save-or-copy';
import { Button, Text, Anchor, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import { Time } from '@/components/ui/time';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import classes from './decision-log.module.css';
import { decisionKindText, reasonText } from './decision-messages';

type State = 'ready' | 'copied' | 'failed';

/** Copies what `text` returns to the clipboard, and says so. */
export function CopyButton({ name, text }: { name: string; text: () => string }) {
  const [state, setState] = useState<State>('ready');
  const copy = async () => setState((await copyText(text())) ? 'copied' : 'failed');
  const labels = { ready: name, copied: 'Copied', failed: 'The browser did not let us copy' };
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={
        state === 'copied' ? (
          <IconCheck size={14} aria-hidden />
        ) : (
          <IconCopy size={14} aria-hidden />
        )
      }
      onClick={() => void copy()}
      onBlur={() => setState('ready')}
    >
      <span aria-live="polite">{labels[state]}</span>
    </Button>
  );
}

/** The passage of a decision with its context, inside a link where `linked` makes one. */
export function DecisionPassage({
  decision: { prefix, quote, suffix },
  linked = (content) => content,
}: {
  decision: Pick<DecisionView, 'prefix' | 'quote' | 'suffix'>;
  linked?: (content: ReactNode) => ReactNode;
}) {
  return (
    <>
      <span className={classes.context}>{prefix}</span>
      {linked(<mark className={classes.highlight}>{quote || 'A passage'}</mark>)}
      <span className={classes.context}>{suffix}</span>
    </>
  );
}

type Version = DecisionView['versions'][number];
type DecisionAnnotation = Version['annotations'][number];

/** Annotations as they are painted: the words under the label, and its name. */
function DecisionAnnotations({
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
  if (names === '') return count === 1 ? '1 annotator' : `${count} annotators`;
  const others = count - holders.length;
  return others > 0 ? `${names} and ${others} more` : names;
}

/** The versions of the passage, as far as the viewer may see them, and what was decided. */
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
        <h3 className={classes.name}>Versions</h3>
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
            {kind === 'own' ? 'Nobody had annotated anything.' : 'You may not see the versions.'}
          </Text>
        )}
        {silent !== null && silent > 0 && (
          <div className={classes.byline}>
            {silent === 1
              ? '1 annotator had nothing here.'
              : `${silent} annotators had nothing here.`}
          </div>
        )}
      </div>
      <div className={classes.column}>
        <h3 className={classes.name}>Outcome</h3>
        {outcome.length > 0 ? (
          <DecisionAnnotations annotations={outcome} lookup={lookup} />
        ) : (
          <Text size="sm">{kind === 'relation' ? 'About a relation.' : 'No annotation.'}</Text>
        )}
        {rejectedLabels.length > 0 && (
          <div className={classes.byline}>
            Rejected: {rejectedLabels.map((key) => lookup.of(key).name).join(', ')}
          </div>
        )}
      </div>
    </div>
  );
}

/** One decision in a list: the passage, its versions, the outcome, the reason, by whom and when. */
export function DecisionCard({
  decision,
  lookup,
}: {
  decision: DecisionView;
  lookup: LabelLookup;
}) {
  const { id, articleId, articleTitle, source, by, at, endedAt } = decision;
  const path = `/decisions/${id}`;
  return (
    <li className={classes.decision}>
      <h2 className={classes.passage} dir="auto">
        <DecisionPassage
          decision={decision}
          linked={(content) => <Link href={path}>{content}</Link>}
        />
      </h2>
      <DecisionSides decision={decision} lookup={lookup} />
      <p className={classes.reason}>{reasonText(decision)}</p>
      <div className={classes.foot}>
        <span className={classes.byline}>
          {decisionKindText(decision)}. <bdi>{by.name}</bdi>, <Time at={at} />
          {endedAt !== null && ', no longer in force'}. In{' '}
          <Anchor component={Link} href={`/articles/${articleId}`} inherit underline="always">
            <bdi>{articleTitle}</bdi>
          </Anchor>
          {source !== null && <bdi> ({source})</bdi>}
        </span>
        <Group gap="xs">
          <CopyButton name="Copy link" text={() => `${location.origin}${path}`} />
        </Group>
      </div>
    </li>
  );
}
