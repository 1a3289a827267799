import { Alert, Anchor, Text, Badge } from '@mantine/core';
import { IconMessages, IconListCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { RoundView } from '@/lib/round/round';
import { roundAddress } from '@/components/charts/round-messages';
import type { CalibrationBoard } from '@/lib/calibration/calibration-board';
import { isLearner } from '@/lib/annotation/learning';
import classes from './calibration.module.css';
import { learningMessage, resultAddress } from './messages';

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

/** The calibration articles of somebody who is measured by them, those first that are yet to be passed; nothing for others. */
export function LabelFirst({ board }: { board: CalibrationBoard }) {
  const { articles, first, isGated } = board;
  if (first.length === 0) return null;
  const passed = articles.filter((one) => isLearner(one) && one.hasPassed);
  return (
    <Alert
      variant="light"
      icon={<IconListCheck aria-hidden />}
      title="Label these first"
      role="region"
      aria-label="Label these first"
    >
      <Text size="sm">
        {isGated
          ? 'These articles are settled. Label them without seeing how; then you learn what the consensus has and why. The other articles open to you once you have passed them all.'
          : 'These articles are settled. Label them without seeing how; then you learn what the consensus has and why.'}
      </Text>
      <ul className={classes.first}>
        {[...first, ...passed].map((one) => (
          <li key={one.articleId}>
            <Anchor
              component={Link}
              dir="auto"
              href={`/articles/${one.articleId}`}
              prefetch={false}
              fw={500}
            >
              {one.title}
            </Anchor>
            <Badge variant={one.hasPassed ? 'light' : 'default'} size="sm" tt="none" fw={500}>
              {learningMessage(one)}
            </Badge>
            {one.attempts > 0 && (
              <Anchor
                component={Link}
                href={resultAddress(one.articleId)}
                size="sm"
                aria-label={`Result of ${one.title}`}
              >
                Result
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
