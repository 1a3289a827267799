import { StackedBar } from '@/components/charts/bar-plot';
import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import { counted } from '@/components/ui/format-text';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import { useAction } from '@/components/ui/use-action';
import type { MergeView, MergeStrategy } from '@/lib/adjudication/merge/merge';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import { byRule, effectMessage, mergeParts, strategyMessage } from './adjudication-messages';
import classes from './adjudication-panel.module.css';
import { StrategyFields } from './strategy-fields';

/** Debounce of the preview after a change of strategy, in milliseconds. */
const debounce = 250;

/** A merge that is being configured: its strategy, its preview, and how to run it. */
function useMerge(
  articleId: string,
  projectId: string,
  first: MergeStrategy,
  /** Changes whenever the preview may have. */
  turn: unknown,
  onMerged: () => Promise<void>,
) {
  const [strategy, setStrategy] = useState(first);
  const [preview, setPreview] = useState<MergeView | null>(null);
  const [previewProblem, setPreviewProblem] = useState<ApiProblem | null>(null);
  const [done, setDone] = useState<MergeView | null>(null);
  const [savedDefault, setSavedDefault] = useState<MergeStrategy | null>(null);
  const merging = useAction();
  const saving = useAction();
  const path = `/api/v1/articles/${articleId}/merges`;
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => {
      callApi<MergeView>('POST', path, { strategy, preview: true }, { signal }).then(
        (view) => {
          setPreview(view);
          setPreviewProblem(null);
        },
        (thrown: unknown) => {
          if (signal.aborted) return;
          if (!(thrown instanceof ApiProblem)) throw thrown;
          setPreviewProblem(thrown);
        },
      );
    }, debounce);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [path, strategy, turn]);
  const merge = () =>
    merging.run(async () => {
      setDone(await callApi<MergeView>('POST', path, { strategy }));
      await onMerged();
    });
  const saveAsDefault = () =>
    saving.run(async () => {
      await callApi('PATCH', `/api/v1/projects/${projectId}/adjudication-settings`, { strategy });
      setSavedDefault(strategy);
    });
  return {
    strategy,
    setStrategy,
    preview,
    done,
    savedDefault,
    merge,
    saveAsDefault,
    isBusy: merging.busy || saving.busy,
    problem: merging.problem ?? saving.problem ?? previewProblem,
  };
}

/**
 * Auto-resolve: a strategy that is stated, previewed, recorded and can be run again resolves what
 * is not in dispute.
 */
export function AutoResolvePanel({
  workspace,
  onMerged,
  onClose,
}: {
  workspace: AdjudicationWorkspace;
  onMerged: () => Promise<void>;
  onClose: () => void;
}) {
  const first = workspace.merge?.strategy ?? workspace.settings.strategy;
  const { articleId, projectId, units } = workspace;
  const merge = useMerge(articleId, projectId, first, units, onMerged);
  const { strategy, preview, done } = merge;
  const isFixed = workspace.reason !== null;
  const isProjectDefault =
    JSON.stringify(merge.savedDefault ?? workspace.settings.strategy) === JSON.stringify(strategy);
  const counts = preview?.counts;
  return (
    <section className={classes.rules} aria-label="Auto-resolve">
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <Title order={2} size="h4">
          Auto-resolve
        </Title>
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          Resolve by hand (m)
        </Button>
      </Group>
      <Text size="sm">
        Let a rule resolve what is not in dispute; the rest is left to people. What a person has
        decided is never changed by a rule.
      </Text>
      {workspace.merge !== null && (
        <Text size="sm" c="dimmed">
          Last run by <bdi>{workspace.merge.by.name}</bdi>, <Time at={workspace.merge.at} />:{' '}
          {strategyMessage(workspace.merge.strategy)}
        </Text>
      )}
      <StrategyFields strategy={strategy} onChange={merge.setStrategy} />
      <div className={classes.foot}>
        <Text size="sm" fw={600}>
          {strategyMessage(strategy)}
        </Text>
        {counts === undefined && merge.problem === null && <Skeleton height={72} animate={false} />}
        {counts !== undefined && (
          <div aria-live="polite">
            <StackedBar
              name={`Of ${counted(counts.units, 'passage')}`}
              parts={mergeParts.map((part) => ({ ...part, count: counts[part.key] }))}
            />
            <Text size="sm" mt={6}>
              {effectMessage(counts)}
              {counts.changed > 0 &&
                ` Of those decided by people, ${counts.changed} ${counts.changed === 1 ? 'needs' : 'need'} review.`}
            </Text>
          </div>
        )}
        {merge.problem && <ProblemAlert problem={merge.problem} />}
        {done !== null && (
          <Alert color="green" variant="light" role="status" p="xs">
            {counted(byRule(done.counts), 'passage')} {byRule(done.counts) === 1 ? 'is' : 'are'}{' '}
            resolved by rule; {done.counts.open} left to resolve by hand.
          </Alert>
        )}
        <Stack gap={6}>
          <Button
            size="sm"
            loading={merge.isBusy}
            disabled={isFixed || counts === undefined}
            onClick={() => void merge.merge()}
          >
            {counts === undefined
              ? 'Auto-resolve'
              : `Auto-resolve ${counted(byRule(counts), 'passage')}`}
          </Button>
          <Group gap={6}>
            <Button
              size="compact-sm"
              variant="default"
              disabled={isProjectDefault || merge.isBusy}
              onClick={() => void merge.saveAsDefault()}
            >
              {isProjectDefault ? 'Saved as project default' : 'Save as project default'}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={onClose}>
              {done === null && workspace.merge === null ? 'Skip auto-resolve' : 'Continue by hand'}
            </Button>
          </Group>
        </Stack>
      </div>
    </section>
  );
}
