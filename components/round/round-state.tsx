'use client';

import { formatLayerCount, closingMessage } from '@/components/workbench/round-messages';
import { Text, Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import type { RefObject } from 'react';
import { callApi } from '@/components/ui/api';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';
import { Time } from '@/components/ui/time';
import type { RoundView } from '@/lib/round/round';

/** When a round was opened and closed, by whom, and what it covers. */
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
      {round.mine.layers > 0 && layers === null && ` Submissions of yours: ${round.mine.layers}.`}
    </Text>
  );
}

/** Closes a round after a confirmation, which says how many layers are open again. */
export function CloseRound({
  projectId,
  round,
  landing,
  onClosed,
}: {
  projectId: string;
  round: RoundView;
  /** Where the focus goes once it is closed, since the button disappears. */
  landing: RefObject<HTMLElement | null>;
  onClosed?: () => void;
}) {
  const router = useRouter();
  const question = useQuestion<RoundView>();
  const close = async () => {
    const path = `/api/v1/projects/${projectId}/rounds/${round.number}`;
    await callApi('PATCH', path, { state: 'closed' });
    onClosed?.();
    router.refresh();
  };
  return (
    <>
      <Button variant="default" onClick={() => question.open(round)}>
        Close the round
      </Button>
      <ConfirmAction
        question={question}
        title={`Close discussion round ${round.number}?`}
        action="Close the round"
        landing={landing}
        onConfirm={close}
      >
        <Text>{closingMessage(question.about?.reopened ?? 0)}</Text>
        <Text>
          The annotations at that time are stored beside those from before. Afterwards the project’s
          rule about who sees whose annotations applies again; another round may follow.
        </Text>
      </ConfirmAction>
    </>
  );
}
