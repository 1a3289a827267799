import { Anchor, Badge, Text } from '@mantine/core';
import Link from 'next/link';
import { decimals } from '@/components/charts/figure-text';
import { PanelSection } from '@/components/charts/panel-section';
import { Time } from '@/components/ui/time';
import type { AnalystPerformanceView } from '@/lib/calibration/analyst-performance';
import classes from '@/components/workbench/calibration.module.css';
import { resultAddress } from '@/components/workbench/calibration-messages';

/** Somebody's attempts at calibration articles, each to be looked at; nothing where there are none. */
export function PerformanceAttempts({
  performance: { attempts, calibratedAt, user },
  isOwn,
}: {
  performance: AnalystPerformanceView;
  isOwn: boolean;
}) {
  if (attempts.length === 0) return null;
  return (
    <PanelSection
      id="calibration"
      title="Calibration"
      description={
        calibratedAt === null ? (
          'Not all calibration articles are passed yet.'
        ) : (
          <>
            All calibration articles were passed <Time at={calibratedAt} />.
          </>
        )
      }
    >
      <ol className={classes.attempts}>
        {attempts.toReversed().map(({ articleId, title, number, at, f1Characters, ...one }) => (
          <li key={`${articleId} ${number}`} className={classes.attempt}>
            <Anchor
              component={Link}
              dir="auto"
              href={resultAddress(articleId, {
                user: isOwn ? undefined : user.id,
                attempt: number,
              })}
            >
              {title}
              {number > 1 ? `, attempt ${number}` : ''}
            </Anchor>
            <Text span size="sm" c="dimmed">
              <Time at={at} />
            </Text>
            <Text span size="sm" data-figures>
              F1 {decimals(f1Characters)}
              {one.passMark === null ? '' : ` of ${decimals(one.passMark)}`}
            </Text>
            <Badge variant={one.passed ? 'light' : 'default'} size="sm" tt="none" fw={500}>
              {one.passed ? 'Passed' : 'Not passed'}
            </Badge>
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}
