import { resultAddress } from '@/components/workbench/messages';
import { Anchor, Badge, Text } from '@mantine/core';
import Link from 'next/link';
import { Drawing } from '@/components/charts/drawing';
import { decimals } from '@/components/charts/figure-text';
import { LinePlot } from '@/components/charts/line-plot';
import { PanelSection } from '@/components/charts/panel-section';
import { shareDomain } from '@/components/charts/scale';
import { Time } from '@/components/ui/time';
import classes from '@/components/workbench/calibration.module.css';
import type { AnalystPerformanceView } from '@/lib/calibration/analyst-performance';
import type { CalibrationResult } from '@/lib/calibration/calibration-result';

/** All attempts at an article: a list of links, and a chart. */
export function AttemptSection({
  result: { articleId, attempts, shown },
  user,
}: {
  result: CalibrationResult;
  /** The id of their author, where that is not the viewer. */
  user: string | undefined;
}) {
  return (
    <PanelSection
      id="attempts"
      title="Attempts"
      beside
      description="Every attempt is kept as it was, with the consensus of its time. The first says most: later ones have seen the answers."
    >
      <ol className={classes.attempts}>
        {attempts.toReversed().map(({ number, at, passed, score, passMark }) => (
          <li key={number} className={classes.attempt}>
            <Anchor
              component={Link}
              href={resultAddress(articleId, { user, attempt: number })}
              aria-current={number === shown ? 'true' : undefined}
              fw={number === shown ? 600 : undefined}
            >
              Attempt {number}
            </Anchor>
            <Text span size="sm" c="dimmed">
              <Time at={at} />
            </Text>
            <Text span size="sm" data-figures>
              F1 {decimals(score.all.f1Characters)}
              {passMark === null ? '' : ` of ${decimals(passMark)}`}
            </Text>
            <Badge variant={passed ? 'light' : 'default'} size="sm" tt="none" fw={500}>
              {passed ? 'Passed' : 'Not passed'}
            </Badge>
          </li>
        ))}
      </ol>
      {attempts.length > 1 && (
        <Drawing name="F1 of each attempt">
          {(width) => (
            <LinePlot
              name="F1 of each attempt"
              domain={shareDomain}
              width={width}
              points={attempts.map(({ number, score, passMark, passed }) => ({
                id: String(number),
                name: String(number),
                value: score.all.f1Characters,
                target: passMark,
                isHollow: !passed,
              }))}
            />
          )}
        </Drawing>
      )}
    </PanelSection>
  );
}

/** Somebody's attempts at calibration articles, as links; nothing where there are none. */
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
