'use client';

import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { DotPlot } from '@/components/charts/dot-plot';
import { Drawing } from '@/components/charts/drawing';
import { figureText, intervalText, notDefined, sentence } from '@/components/charts/figure-text';
import { IntervalScale } from '@/components/charts/interval-scale';
import { PanelSection } from '@/components/charts/panel-section';
import type { AnalystPerformanceView } from '@/lib/calibration/analyst-performance';
import { LinePlot } from '@/components/charts/line-plot';
import classes from './performance.module.css';
import { PerformanceAttempts } from './attempts';
import { LabelTable } from './performance-tables';
import type { DrawnMeasure } from './performance-measures';
import {
  formatArticleCount,
  performanceMeasureText,
  drawnMeasures,
  figureOf,
  formatMonth,
} from './performance-measures';

function Headline({ performance: { all } }: { performance: AnalystPerformanceView }) {
  return (
    <section aria-label="All labels">
      <div className={classes.headline}>
        {drawnMeasures.map((measure) => {
          const [figure, measureText] = [figureOf(all, measure), performanceMeasureText[measure]];
          const full = { ...measureText, forScale: '' };
          return (
            <div key={measure} className={classes.card}>
              <h2 className={classes.name}>{measureText.name}</h2>
              <Text size="sm" c="dimmed">
                {measureText.answers}
              </Text>
              <p className={classes.value}>
                <span className={classes.number}>{figureText(figure)}</span>
                {figure.interval && (
                  <Text span size="sm" c="dimmed" data-figures>
                    95 % interval {intervalText(figure.interval)}
                  </Text>
                )}
              </p>
              {figure.value === null ? (
                <Text size="sm">{notDefined(figure)}</Text>
              ) : (
                <Drawing name={measureText.name}>
                  {(width) => <IntervalScale figure={figure} text={full} width={width} />}
                </Drawing>
              )}
            </div>
          );
        })}
      </div>
      {all.intervalReason !== null && (
        <Text size="sm" c="dimmed" mt="sm">
          No interval yet: {sentence(all.intervalReason).replace(/^./, (one) => one.toLowerCase())}
        </Text>
      )}
    </section>
  );
}

/** How far one person agrees with the consensus: overall, by label, over time, and by attempts. */
export function PersonPerformance({
  performance,
  labelName,
  isOwn,
}: {
  performance: AnalystPerformanceView;
  labelName: (key: string) => string;
  isOwn: boolean;
}) {
  const [measure, choose] = useState<DrawnMeasure>('f1Characters');
  const { all, labels, months, user } = performance;
  const measureText = performanceMeasureText[measure];
  if (all.articles === 0)
    return (
      <Stack gap="xl">
        <Text>
          {isOwn
            ? 'There is nothing to show yet: none of the articles that you have submitted is resolved.'
            : `There is nothing to show yet: none of the articles that ${user.name} has submitted is resolved.`}
        </Text>
        <PerformanceAttempts performance={performance} isOwn={isOwn} />
      </Stack>
    );
  const rows = labels.map((one) => ({
    ...figureOf(one, measure),
    id: one.label,
    name: labelName(one.label),
  }));
  return (
    <Stack gap="xl">
      <Text size="sm" data-figures>
        From {formatArticleCount(all.articles)}: {all.mine.toLocaleString('en-US')} annotations of{' '}
        {isOwn ? 'yours' : 'theirs'}, {all.consensus.toLocaleString('en-US')} of the consensus.
      </Text>
      <Headline performance={performance} />
      <SegmentedControl
        className={classes.switch}
        aria-label="Measure drawn by label and over time"
        value={measure}
        onChange={(value) => choose(drawnMeasures.find((one) => one === value) ?? measure)}
        data={drawnMeasures.map((one) => ({
          value: one,
          label: performanceMeasureText[one].brief,
        }))}
      />
      <PanelSection
        id="by-label"
        title="By label"
        beside
        description="The line through a point is its 95 % interval. A label that is in few articles has none: its figure may be chance."
      >
        <LabelTable labels={labels} labelName={labelName} />
        <Drawing name={`${measureText.name} by label`}>
          {(width) => (
            <DotPlot
              name={`${measureText.name} by label`}
              rows={rows.slice(0, 60)}
              domain={measureText.domain}
              width={width}
            />
          )}
        </Drawing>
      </PanelSection>
      <PanelSection
        id="over-time"
        title="Over time"
        description="An article counts in the month in which it was first submitted. The band is the 95 % interval, where a month has enough articles."
      >
        <Drawing name={`${measureText.name} by month`}>
          {(width) => (
            <LinePlot
              name={`${measureText.name} by month`}
              domain={measureText.domain}
              width={width}
              points={months.map((one) => ({
                ...figureOf(one, measure),
                id: one.month,
                name: formatMonth(one.month),
              }))}
            />
          )}
        </Drawing>
      </PanelSection>
      <PerformanceAttempts performance={performance} isOwn={isOwn} />
    </Stack>
  );
}
