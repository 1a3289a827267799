import { Anchor, Group } from '@mantine/core';
import Link from 'next/link';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import { Time } from '@/components/ui/time';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import { DecisionSides } from './decision-sides';
import { DecisionPassage } from './decision-passage';
import { decisionKindText, reasonText } from './decision-messages';
import classes from './decision-log.module.css';
import { CopyButton } from './copy-button';

/** One decided case in a list: the passage, what was there, what was decided, why, by whom and when. */
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
