import { Anchor, Table, Text } from '@mantine/core';
import Link from 'next/link';
import type { AdjudicationProgress } from '@/lib/adjudication/overview/adjudication-overview';
import { StackedBar } from '@/components/charts/stacked-bar';
import { progressParts, submissionsMessage, articleStateMessage } from './overview-messages';
import classes from './overview.module.css';

/** One article: whether it is settled, its readings, and what is decided of it and by whom. */
export function OverviewRow({ progress }: { progress: AdjudicationProgress }) {
  const { articleId, title, calibration } = progress;
  const parts = progressParts(progress);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.title}>
        <Anchor
          component={Link}
          href={`/articles/${articleId}/adjudication`}
          prefetch={false}
          dir="auto"
        >
          {title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {[
            articleStateMessage(progress),
            submissionsMessage(progress),
            ...(calibration ? ['calibration'] : []),
          ].join(' · ')}
        </Text>
      </Table.Th>
      <Table.Td className={classes.progress}>
        {parts.every(({ count }) => count === 0) ? (
          <Text size="sm" c="dimmed">
            Nothing is decided yet
          </Text>
        ) : (
          <StackedBar name={`Places of ${title}`} parts={parts} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
