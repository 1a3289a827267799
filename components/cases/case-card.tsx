import { Anchor, Group } from '@mantine/core';
import Link from 'next/link';
import type { LabelShelf } from '@/components/annotate/label-shelf';
import { Time } from '@/components/ui/time';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import { CaseSides } from './case-marks';
import { CasePassage } from './case-passage';
import { deedWords, whyWords } from './case-words';
import classes from './cases.module.css';
import { CopyButton } from './copy-button';

/** One decided case in a list: the passage, what was there, what was decided, why, by whom and when. */
export function CaseCard({ decision, shelf }: { decision: DecisionView; shelf: LabelShelf }) {
  const { id, articleId, articleTitle, source, by, at, endedAt } = decision;
  const path = `/decisions/${id}`;
  return (
    <li className={classes.case}>
      <h2 className={classes.passage} dir="auto">
        <CasePassage decision={decision} linked={(words) => <Link href={path}>{words}</Link>} />
      </h2>
      <CaseSides decision={decision} shelf={shelf} />
      <p className={classes.why}>{whyWords(decision)}</p>
      <div className={classes.foot}>
        <span className={classes.by}>
          {deedWords(decision)}. <bdi>{by.name}</bdi>, <Time at={at} />
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
