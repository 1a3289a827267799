'use client';

import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { DotPlot } from '@/components/agreement/dot-plot';
import { Drawing } from '@/components/agreement/drawing';
import {
  figureText,
  intervalText,
  notDefined,
  sentence,
} from '@/components/agreement/figure-words';
import { IntervalScale } from '@/components/agreement/interval-scale';
import { PanelSection } from '@/components/agreement/panel-section';
import type { CompetenceView } from '@/lib/adjudication/competence/competence';
import { CompetenceAttempts } from './competence-attempts';
import classes from './competence.module.css';
import { LabelTable } from './competence-tables';
import type { DrawnMeasure } from './competence-words';
import {
  articlesWords,
  competenceWords,
  drawnMeasures,
  figureOf,
  monthWords,
} from './competence-words';
import { LinePlot } from './line-plot';

function Headline({ competence: { all } }: { competence: CompetenceView }) {
  return (
    <section aria-label="All labels">
      <div className={classes.headline}>
        {drawnMeasures.map((measure) => {
          const [figure, words] = [figureOf(all, measure), competenceWords[measure]];
          const full = { ...words, forScale: '' };
          return (
            <div key={measure} className={classes.card}>
              <h2 className={classes.name}>{words.name}</h2>
              <Text size="sm" c="dimmed">
                {words.answers}
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
                <Drawing name={words.name}>
                  {(width) => <IntervalScale figure={figure} words={full} width={width} />}
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

/** How far one person agrees with the consensus: at a glance, by label, over time, and by attempts. */
export function CompetencePerson({
  competence,
  labelName,
  isOwn,
}: {
  competence: CompetenceView;
  labelName: (key: string) => string;
  isOwn: boolean;
}) {
  const [measure, choose] = useState<DrawnMeasure>('f1Characters');
  const { all, labels, months, user } = competence;
  const words = competenceWords[measure];
  if (all.articles === 0)
    return (
      <Stack gap="xl">
        <Text>
          {isOwn
            ? 'There is nothing to tell yet: none of the articles that you have submitted is settled.'
            : `There is nothing to tell yet: none of the articles that ${user.name} has submitted is settled.`}
        </Text>
        <CompetenceAttempts competence={competence} isOwn={isOwn} />
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
        From {articlesWords(all.articles)}: {all.mine.toLocaleString('en-US')} highlights of{' '}
        {isOwn ? 'yours' : 'theirs'}, {all.settled.toLocaleString('en-US')} of the consensus.
      </Text>
      <Headline competence={competence} />
      <SegmentedControl
        className={classes.switch}
        aria-label="What is drawn by label and over time"
        value={measure}
        onChange={(value) => choose(drawnMeasures.find((one) => one === value) ?? measure)}
        data={drawnMeasures.map((one) => ({ value: one, label: competenceWords[one].brief }))}
      />
      <PanelSection
        id="by-label"
        title="By label"
        beside
        words="The line through a point is its 95 % interval. A label that is in few articles has none: its figure may be chance."
      >
        <LabelTable labels={labels} labelName={labelName} />
        <Drawing name={`${words.name} by label`}>
          {(width) => (
            <DotPlot
              name={`${words.name} by label`}
              rows={rows.slice(0, 60)}
              domain={words.domain}
              width={width}
            />
          )}
        </Drawing>
      </PanelSection>
      <PanelSection
        id="over-time"
        title="Over time"
        words="An article counts in the month in which it was first submitted. The band is the 95 % interval, where a month has articles enough."
      >
        <Drawing name={`${words.name} by month`}>
          {(width) => (
            <LinePlot
              name={`${words.name} by month`}
              domain={words.domain}
              width={width}
              points={months.map((one) => ({
                ...figureOf(one, measure),
                id: one.month,
                name: monthWords(one.month),
              }))}
            />
          )}
        </Drawing>
      </PanelSection>
      <CompetenceAttempts competence={competence} isOwn={isOwn} />
    </Stack>
  );
}
