import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import type { RefObject } from 'react';
import { counted } from '@/components/ui/format-text';
import { callApi } from '@/components/ui/api';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import classes from './adjudication-panel.module.css';

/**
 * The end of adjudicating an article: what is left, marking it as resolved or opening it again, and
 * where to go next.
 */
export function ResolveSection({
  page,
  workspace,
  left,
  waiting,
  onChanged,
  heading,
}: {
  page: Pick<AdjudicationPageData, 'article' | 'next'>;
  workspace: AdjudicationWorkspace;
  /** How many passages are to be resolved by people. */
  left: number;
  /** How many decisions are not saved yet. */
  waiting: number;
  onChanged: () => Promise<void>;
  heading?: RefObject<HTMLElement | null>;
}) {
  const { busy, problem, run } = useAction();
  const question = useQuestion<true>();
  const { consensus } = workspace;
  if (consensus === null) return null;
  const isResolved = consensus.state === 'submitted';
  const turn = async (state: 'open' | 'submitted') => {
    await callApi('PATCH', `/api/v1/layers/${consensus.layerId}`, { state });
    await onChanged();
  };
  const resolve = () => {
    if (left > 0) question.open(true);
    else void run(() => turn('submitted'));
  };
  const message = isResolved
    ? 'This article is resolved.'
    : left === 0
      ? 'Nothing is left to decide.'
      : `${counted(left, 'passage')} ${left === 1 ? 'is' : 'are'} left.`;
  return (
    <section className={classes.end} aria-label="Finish">
      <Stack gap={8}>
        <Text size="sm" fw={600}>
          {message}
        </Text>
        {problem && <ProblemAlert problem={problem} />}
        <Group gap={8}>
          {isResolved ? (
            <Button
              size="compact-sm"
              variant="default"
              loading={busy}
              onClick={() => void run(() => turn('open'))}
            >
              Open again
            </Button>
          ) : (
            <Button
              size="compact-sm"
              variant={left === 0 ? 'filled' : 'default'}
              loading={busy}
              disabled={waiting > 0}
              onClick={resolve}
            >
              Mark the article as resolved
            </Button>
          )}
          <Anchor
            size="sm"
            href={`/api/v1/articles/${page.article.id}/export?format=csv&decisions=true&excel=true`}
            download
          >
            Export as CSV
          </Anchor>
          {page.next !== null && (
            <Anchor component={Link} size="sm" href={`/articles/${page.next.id}/adjudication`}>
              Next article: {page.next.title}
            </Anchor>
          )}
        </Group>
      </Stack>
      <ConfirmAction
        question={question}
        title={`${counted(left, 'passage')} ${left === 1 ? 'is' : 'are'} not decided`}
        action="Mark as resolved anyway"
        onConfirm={() => turn('submitted')}
        landing={heading}
      >
        <Text size="sm">
          The consensus will have nothing at {left === 1 ? 'this passage' : 'these passages'} but
          what was decided before. You can open the article again at any time.
        </Text>
      </ConfirmAction>
    </section>
  );
}
