import { Alert, Anchor, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { RoundView } from '@/lib/round/round';
import { roundAddress } from '@/components/charts/round-messages';

/** What the round is to the reader, in a sentence. */
export function forViewer({ mine }: Pick<RoundView, 'mine'>): string {
  if (mine.layers === 0)
    return 'Analysts whose readings are in it see each other’s, and may revise their own.';
  const which =
    mine.layers === 1
      ? 'One of your readings is in it'
      : `${mine.layers.toLocaleString('en-US')} of your readings are in it`;
  return `${which}: there you may compare and revise until it is closed.`;
}

/** Says on a project's page that a discussion round is open; nothing while none is. */
export function ProjectRound({
  projectId,
  round,
}: {
  projectId: string;
  /** The newest one. */
  round: RoundView | null;
}) {
  if (round === null || round.state === 'closed') return null;
  return (
    <Alert variant="light" icon={<IconMessages aria-hidden />} maw={720}>
      <Text size="sm">
        Discussion round {round.number} is open since <Time at={round.openedAt} />.{' '}
        {forViewer(round)}{' '}
        <Anchor
          component={Link}
          href={roundAddress(projectId, round.number)}
          inherit
          underline="always"
        >
          To the round
        </Anchor>
      </Text>
    </Alert>
  );
}
