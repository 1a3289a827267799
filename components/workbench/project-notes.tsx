import { roundAddress } from './round-messages';
import type { CalibrationBoard } from '@/lib/calibration/calibration-result';
import { Alert, Anchor, Text, Badge } from '@mantine/core';
import { IconMessages, IconListCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { RoundView } from '@/lib/round/round';
import { isLearner } from '@/lib/annotation/learning';
import classes from './calibration.module.css';
import { learningMessage, resultAddress } from './messages';

/** What the round means for the viewer, in a sentence. */
export function forViewer({ mine }: Pick<RoundView, 'mine'>): string {
  if (mine.layers === 0)
    return 'Analysts whose submissions are in it see each other’s annotations and may revise their own.';
  const which =
    mine.layers === 1
      ? 'One of your submissions is in it'
      : `${mine.layers.toLocaleString('en-US')} of your submissions are in it`;
  return `${which}: you may compare and revise there until it is closed.`;
}

/** A note on the project's page that a discussion round is open; nothing while none is. */
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
        Discussion round {round.number} has been open since <Time at={round.openedAt} />.{' '}
        {forViewer(round)}{' '}
        <Anchor
          component={Link}
          href={roundAddress(projectId, round.number)}
          inherit
          underline="always"
        >
          Open the round
        </Anchor>
      </Text>
    </Alert>
  );
}

/** A learner's calibration articles, those to be passed first; nothing for others. */
export function LabelFirst({ board }: { board: CalibrationBoard }) {
  const { articles, first, isGated } = board;
  if (first.length === 0) return null;
  const passed = articles.filter((one) => isLearner(one) && one.hasPassed);
  return (
    <Alert
      variant="light"
      icon={<IconListCheck aria-hidden />}
      title="Annotate these first"
      role="region"
      aria-label="Annotate these first"
    >
      <Text size="sm">
        {isGated
          ? 'These articles have a consensus. Annotate them without seeing it; then you see what the consensus has and why. The other articles open to you once you have passed them all.'
          : 'These articles have a consensus. Annotate them without seeing it; then you see what the consensus has and why.'}
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
