import { Text, Alert, Anchor } from '@mantine/core';
import Link from 'next/link';
import { StackedBar } from '@/components/charts/stacked-bar';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import { progressMessage, stateText, stateColors } from './adjudication-messages';
import type { PassageState } from './passage';

const drawn = Object.entries(stateColors) as [keyof typeof stateColors, string][];

/** How far a desk is: in words, and as a bar. */
export function Progress({ counts }: { counts: Record<PassageState, number> }) {
  const message = progressMessage(counts);
  return (
    <div>
      <Text size="sm" fw={500} data-progress>
        {message}
      </Text>
      <StackedBar
        name={message}
        parts={drawn.map(([state, color]) => ({
          key: state,
          name: stateText[state].name,
          count: counts[state],
          color,
        }))}
      />
    </div>
  );
}

/** Why nothing can be decided now, or why there is nothing to decide, and the next step. */
export function NoAdjudicationNote({
  workspace,
  articleId,
}: {
  workspace: Pick<AdjudicationWorkspace, 'reason' | 'layerCount' | 'units' | 'consensus'>;
  articleId: string;
}) {
  const { reason, layerCount, units, consensus } = workspace;
  const isResolved = consensus?.state === 'submitted';
  const single =
    layerCount === 1
      ? 'Only one reading is submitted: nothing is in dispute, and each of its marks can be taken or rejected.'
      : null;
  const bare =
    layerCount > 0 && units.length === 0
      ? 'No submitted reading marks anything. You can still write annotations of your own, or mark the article as settled.'
      : null;
  const message = reason ?? bare ?? single;
  if (message === null) return null;
  return (
    <Alert
      variant="light"
      title={isResolved ? 'Settled' : reason === null ? 'Little to settle' : 'Not yet'}
      mb="md"
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {message}{' '}
        <Anchor
          component={Link}
          href={`/articles/${articleId}/comparison`}
          inherit
          underline="always"
        >
          Compare the readings
        </Anchor>
      </Text>
    </Alert>
  );
}
