'use client';

import { roundAddress } from '@/components/workbench/round-messages';
import { Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { callApi } from '@/components/ui/api';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';
import type { RoundView } from '@/lib/round/round';
import { may } from '@/lib/access/permission';
import type { ProjectView } from '@/lib/project/project';
import { RoundState, CloseRound } from './round-state';
import css from './rounds.module.css';

/** The discussion rounds of a project; managers open and close them. */
export function RoundsPage({
  project,
  rounds,
}: {
  project: ProjectView;
  /** The newest first. */
  rounds: readonly RoundView[];
}) {
  const router = useRouter();
  const question = useQuestion<true>();
  const heading = useRef<HTMLHeadingElement>(null);
  const holds = may(project.role, 'hold rounds') && project.archivedAt === null;
  const isOpen = rounds.some(({ state }) => state === 'open');
  const open = async () => {
    await callApi('POST', `/api/v1/projects/${project.id}/rounds`);
    router.refresh();
  };
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title ref={heading} tabIndex={-1} order={1} size="h2">
            Discussion rounds
          </Title>
          <Text c="dimmed" maw="44rem">
            After blind annotation, analysts see each other’s annotations and reasons, discuss them
            in threads, and may revise their own. What they had before is stored and compared with
            what they have after.
          </Text>
        </div>
        {holds && !isOpen && (
          <Button onClick={() => question.open(true)}>Open a discussion round</Button>
        )}
      </Group>
      {rounds.length === 0 && (
        <Text>
          {holds
            ? 'There is none yet. Once an article has two submissions, you can open the first.'
            : 'There is none yet. Managers open them once analysts have submitted.'}
        </Text>
      )}
      <ul className={css.list} aria-label="Discussion rounds">
        {rounds.map((round) => (
          <li key={round.number} className={css.round}>
            <div>
              <Group gap="xs">
                <Anchor component={Link} href={roundAddress(project.id, round.number)} fw={500}>
                  Round {round.number}
                </Anchor>
                {round.state === 'open' && (
                  <Badge variant="default" size="sm" tt="none" fw={500}>
                    Open
                  </Badge>
                )}
              </Group>
              <RoundState round={round} />
            </div>
            {holds && round.state === 'open' && (
              <CloseRound projectId={project.id} round={round} landing={heading} />
            )}
          </li>
        ))}
      </ul>
      <ConfirmAction
        question={question}
        title="Open a discussion round?"
        action="Open the round"
        landing={heading}
        onConfirm={open}
      >
        <Text>
          All submissions of articles that two or more analysts have submitted take part. Their
          analysts see each other’s annotations from then on, whatever the project’s rule, and may
          open their own again until you close the round.
        </Text>
        <Text>
          Those who have not submitted see no more than before. Calibration articles stay out.
        </Text>
      </ConfirmAction>
    </Stack>
  );
}
