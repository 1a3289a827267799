import { StackedBar } from '@/components/charts/bar-plot';
import { Text, Alert, Anchor } from '@mantine/core';
import Link from 'next/link';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import { progressMessage, stateText, stateColors } from './adjudication-messages';
import type { PassageState } from './passage';

const drawn = Object.entries(stateColors) as [keyof typeof stateColors, string][];

/** How far an article is resolved: in words, and as a bar. */
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
      ? 'Only one analyst has submitted: nothing is in dispute, and each annotation can be taken or rejected.'
      : null;
  const bare =
    layerCount > 0 && units.length === 0
      ? 'The submissions have no annotations. You can still write annotations of your own, or mark the article as resolved.'
      : null;
  const message = reason ?? bare ?? single;
  if (message === null) return null;
  return (
    <Alert
      variant="light"
      title={isResolved ? 'Resolved' : reason === null ? 'Little to resolve' : 'Not yet'}
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
          Compare annotations
        </Anchor>
      </Text>
    </Alert>
  );
}
