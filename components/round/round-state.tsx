import { Text } from '@mantine/core';
import { Time } from '@/components/ui/time';
import type { RoundView } from '@/lib/round/round';
import { formatLayerCount } from '@/components/charts/round-messages';

/** Since when a round is open, or from when to when it was, by whom, and over what. */
export function RoundState({ round }: { round: RoundView }) {
  const { layers, articles, reopened } = round;
  return (
    <Text size="sm" c="dimmed">
      {round.closedAt === null ? 'Open since ' : 'From '}
      <Time at={round.openedAt} />
      {round.closedAt !== null && (
        <>
          {' '}
          to <Time at={round.closedAt} />
        </>
      )}
      , opened by <bdi>{round.openedBy.name}</bdi>
      {round.closedBy !== null && (
        <>
          , closed by <bdi>{round.closedBy.name}</bdi>
        </>
      )}
      .{layers !== null && articles !== null && ` ${formatLayerCount(layers, articles)}.`}
      {round.closedAt === null && reopened !== null && ` ${reopened} open again.`}
      {round.mine.layers > 0 && layers === null && ` Yours in it: ${round.mine.layers}.`}
    </Text>
  );
}
