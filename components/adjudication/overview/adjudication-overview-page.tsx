'use client';

import { StackedBar } from '@/components/charts/bar-plot';
import { ListMore } from '@/components/ui/list-controls';
import { Anchor, Table, Text, Stack, Title } from '@mantine/core';
import Link from 'next/link';
import type { ListQuery } from '@/components/ui/list-address';
import type { MergeStrategy } from '@/lib/adjudication/merge/merge';
import type {
  AdjudicationProgress,
  AdjudicationOverview,
} from '@/lib/adjudication/overview/adjudication-overview';
import type { ProjectView } from '@/lib/project/project';
import { MergeAll } from './merge-all';
import { progressParts, submissionsMessage, articleStateMessage } from './overview-messages';
import classes from './overview.module.css';

/** One article: its state, its submissions, and how much is decided by whom. */
function OverviewRow({ progress }: { progress: AdjudicationProgress }) {
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
          <StackedBar name={`Passages of ${title}`} parts={parts} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** How far a project's articles are resolved, each with a link to its adjudication page. */
export function AdjudicationOverviewPage({
  project,
  overview,
  query,
  strategy,
}: {
  project: ProjectView;
  overview: AdjudicationOverview;
  query: ListQuery;
  /** The proposed merge strategy. */
  strategy: MergeStrategy;
}) {
  const home = `/projects/${project.id}`;
  const { items, nextCursor } = overview;
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          Adjudication
        </Title>
        <Text c="dimmed" maw="46rem">
          Where annotators of an article disagree, a manager resolves the passage, with a reason.
          Auto-resolve takes what is not in dispute.{' '}
          <Anchor component={Link} href={`${home}/settings`} inherit underline="always">
            Adjudication settings
          </Anchor>
        </Text>
      </div>
      {items.length === 0 ? (
        <Text>
          There is no article here yet.{' '}
          <Anchor component={Link} href={home} inherit underline="always">
            To the articles
          </Anchor>
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={320} type="native">
          <Table verticalSpacing="sm" aria-label="Articles and how far they are resolved">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Article</Table.Th>
                <Table.Th>Decided</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map((progress) => (
                <OverviewRow key={progress.articleId} progress={progress} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <ListMore path={`${home}/adjudication`} query={query} params={{}} nextCursor={nextCursor} />
      {items.length > 0 && project.archivedAt === null && (
        <MergeAll projectId={project.id} first={strategy} />
      )}
    </Stack>
  );
}
