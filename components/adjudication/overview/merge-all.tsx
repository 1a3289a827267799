import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { counted } from '@/components/ui/format-text';
import { ComputationProgress } from '@/components/ui/computation-progress';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { MergeProjectView } from '@/lib/adjudication/merge/merge-project-input';
import type { MergeStrategy } from '@/lib/adjudication/merge-strategy';
import {
  byRule,
  effectMessage,
  mergeParts,
  strategyMessage,
} from '@/components/adjudication/workspace/merge-messages';
import { StackedBar } from '@/components/charts/stacked-bar';
import { StrategyFields } from '@/components/adjudication/workspace/strategy-fields';
import { useMergeAll } from './use-merge-all';

/** How many of the articles that were left alone are named. */
const maxNamed = 8;

function Result({ view }: { view: MergeProjectView }) {
  const { counts, leftAlone, articles, preview } = view;
  return (
    <Stack gap="xs" role="status">
      <Text size="sm" fw={600}>
        {preview ? 'It would go over' : 'It went over'} {counted(articles, 'article')}.
      </Text>
      <StackedBar
        name={`Of ${counted(counts.units, 'place')}`}
        parts={mergeParts.map((part) => ({ ...part, count: counts[part.key] }))}
      />
      {preview && <Text size="sm">{effectMessage(counts)}</Text>}
      {!preview && (
        <Text size="sm">
          {counted(byRule(counts), 'place')} {byRule(counts) === 1 ? 'is' : 'are'} settled by rule;{' '}
          {counts.open} left to people.
        </Text>
      )}
      {leftAlone.length > 0 && (
        <Alert
          variant="light"
          color="gray"
          title={`${counted(leftAlone.length, 'article')} left alone`}
        >
          {leftAlone.slice(0, maxNamed).map(({ articleId, title, reason }) => (
            <Text size="sm" key={articleId}>
              <bdi>{title}</bdi>: {reason}
            </Text>
          ))}
          {leftAlone.length > maxNamed && (
            <Text size="sm">and {leftAlone.length - maxNamed} more.</Text>
          )}
        </Alert>
      )}
    </Stack>
  );
}

/** Settles by rule in all articles of a project: the strategy, what it would do, and doing it, which can be broken off. */
export function MergeAll({ projectId, first }: { projectId: string; first: MergeStrategy }) {
  const merging = useMergeAll(projectId, first);
  const { running, view, problem, strategy } = merging;
  return (
    <Paper component="section" withBorder p="md" aria-label="Rules in all articles">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Rules in all articles
        </Title>
        <StrategyFields strategy={strategy} onChange={merging.setStrategy} />
        <Text size="sm" fw={600}>
          {strategyMessage(strategy)}
        </Text>
        {running !== null && (
          <ComputationProgress
            what={running === 'preview' ? 'Looking at what it would do' : 'Settling by rule'}
            unit="articles"
            progress={merging.progress}
            onCancel={merging.cancel}
          />
        )}
        {merging.isCancelled && (
          <Text size="sm" role="status">
            It was ended. What was settled until then stays; run again, it goes on from there.
          </Text>
        )}
        {problem && <ProblemAlert problem={problem} />}
        {view !== null && <Result view={view} />}
        <Group gap="xs">
          <Button
            size="sm"
            variant="default"
            disabled={running !== null}
            onClick={() => void merging.run(true)}
          >
            See what it would do
          </Button>
          <Button size="sm" disabled={running !== null} onClick={() => void merging.run(false)}>
            Settle by rule in all articles
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
