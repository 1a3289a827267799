import { Alert, Anchor, Badge, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import Link from 'next/link';
import type { CalibrationBoard } from '@/lib/calibration/calibration-board';
import { isLearner } from '@/lib/annotation/learning';
import classes from './calibration.module.css';
import { learningMessage, resultAddress } from './calibration-messages';

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
