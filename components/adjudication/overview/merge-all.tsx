import { StackedBar } from '@/components/charts/bar-plot';
import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import {
  byRule,
  effectMessage,
  mergeParts,
  strategyMessage,
} from '@/components/adjudication/workspace/adjudication-messages';
import { StrategyFields } from '@/components/adjudication/workspace/strategy-fields';
import { ApiProblem } from '@/components/ui/api';
import { ComputationProgress } from '@/components/ui/computation-progress';
import type { Progress } from '@/components/ui/fetch-with-progress';
import { fetchWithProgress } from '@/components/ui/fetch-with-progress';
import { counted } from '@/components/ui/format-text';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { MergeProjectView, MergeStrategy } from '@/lib/adjudication/merge/merge';

/** A merge of all articles that is being configured, previewed or run. */
type MergingAll = {
  /** What is running. */
  running: 'preview' | 'merge' | null;
  progress: Progress | null;
  /** The last preview or result. */
  view: MergeProjectView | null;
  problem: ApiProblem | null;
  /** It was cancelled; what was merged until then stays. */
  isCancelled: boolean;
};

const nothing: MergingAll = {
  running: null,
  progress: null,
  view: null,
  problem: null,
  isCancelled: false,
};

/**
 * Previews or runs a merge of all articles of a project, one at a time; leaving the page ends it
 * between two articles.
 */
function useMergeAll(projectId: string, first: MergeStrategy) {
  const router = useRouter();
  const [strategy, choose] = useState(first);
  const [state, set] = useState<MergingAll>(nothing);
  const request = useRef<AbortController | null>(null);
  useEffect(() => () => request.current?.abort(), []);
  const run = async (preview: boolean) => {
    request.current?.abort();
    const controller = new AbortController();
    request.current = controller;
    const { signal } = controller;
    set({ ...nothing, running: preview ? 'preview' : 'merge' });
    try {
      const view = await fetchWithProgress<MergeProjectView>(
        `/api/v1/projects/${projectId}/merges`,
        {
          method: 'POST',
          body: { strategy, preview },
          signal,
          onProgress: (progress) => set((before) => ({ ...before, progress })),
        },
      );
      set({ ...nothing, view });
      if (!preview) router.refresh();
    } catch (thrown) {
      if (signal.aborted) return;
      if (!(thrown instanceof ApiProblem)) throw thrown;
      set({ ...nothing, problem: thrown });
    }
  };
  return {
    ...state,
    strategy,
    setStrategy: (next: MergeStrategy) => {
      choose(next);
      set(nothing);
    },
    run,
    cancel: () => {
      request.current?.abort();
      set({ ...nothing, isCancelled: true });
      router.refresh();
    },
  };
}

/** How many of the skipped articles are named. */
const maxNamed = 8;

function Result({ view }: { view: MergeProjectView }) {
  const { counts, leftAlone, articles, preview } = view;
  return (
    <Stack gap="xs" role="status">
      <Text size="sm" fw={600}>
        {preview ? 'It would process' : 'It processed'} {counted(articles, 'article')}.
      </Text>
      <StackedBar
        name={`Of ${counted(counts.units, 'passage')}`}
        parts={mergeParts.map((part) => ({ ...part, count: counts[part.key] }))}
      />
      {preview && <Text size="sm">{effectMessage(counts)}</Text>}
      {!preview && (
        <Text size="sm">
          {counted(byRule(counts), 'passage')} {byRule(counts) === 1 ? 'is' : 'are'} resolved by
          rule; {counts.open} left to resolve by hand.
        </Text>
      )}
      {leftAlone.length > 0 && (
        <Alert
          variant="light"
          color="gray"
          title={`${counted(leftAlone.length, 'article')} skipped`}
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

/**
 * Merges all articles of a project: the strategy, its preview, and the run, which can be cancelled.
 */
export function MergeAll({ projectId, first }: { projectId: string; first: MergeStrategy }) {
  const merging = useMergeAll(projectId, first);
  const { running, view, problem, strategy } = merging;
  return (
    <Paper component="section" withBorder p="md" aria-label="Auto-resolve all articles">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Auto-resolve all articles
        </Title>
        <StrategyFields strategy={strategy} onChange={merging.setStrategy} />
        <Text size="sm" fw={600}>
          {strategyMessage(strategy)}
        </Text>
        {running !== null && (
          <ComputationProgress
            what={running === 'preview' ? 'Computing a preview' : 'Auto-resolving'}
            unit="articles"
            progress={merging.progress}
            onCancel={merging.cancel}
          />
        )}
        {merging.isCancelled && (
          <Text size="sm" role="status">
            Cancelled. What was resolved until then remains; run it again to continue.
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
            Preview
          </Button>
          <Button size="sm" disabled={running !== null} onClick={() => void merging.run(false)}>
            Auto-resolve all articles
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
