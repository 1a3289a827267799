'use client';

import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useMemo, useRef } from 'react';
import { panelMeasureText } from '@/components/charts/measure-text';
import { PanelSkeleton } from '@/components/charts/panel-skeleton';
import { ComputationProgress } from '@/components/ui/computation-progress';
import { AboutSaved } from '@/components/charts/saving';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { RoundView } from '@/lib/round/round';
import type { RoundReport } from '@/lib/round/round-report';
import { may } from '@/lib/access/permission';
import type { ProjectView } from '@/lib/project/project';
import { ChangeSection } from './change-section';
import { CloseRound } from './close-round';
import { MomentsSection } from './moments-section';
import { MovementSection } from './movement-section';
import { RoundState } from './round-state';
import { roundAddress } from '@/components/charts/round-messages';
import css from './rounds.module.css';
import { useReport } from './use-report';

function Report({ report }: { report: RoundReport }) {
  if (report.reason !== null) return <Text>{report.reason}</Text>;
  const afterName = report.state === 'open' ? 'Now' : 'After';
  return (
    <Stack gap="xl">
      <MomentsSection
        id="agreement"
        title="Agreement before and after"
        head="Figure"
        afterName={afterName}
        description={`Over ${report.measured === 1 ? 'one article' : `${report.measured.toLocaleString('en-US')} articles`} with two or more readings in the round, pooled. A ring is before the round, a dot ${report.state === 'open' ? 'is now' : 'after it'}; the difference stands at the right. The band is its 95 % interval, from draws of the articles: where it holds the ring, it may be chance. With fewer than ten articles there is none.`}
        rows={report.figures.map((of) => ({
          ...of,
          id: of.measure,
          name: panelMeasureText[of.measure].name,
        }))}
      />
      {report.labels.length > 0 && (
        <MomentsSection
          id="labels"
          title="By label"
          head="Label"
          afterName={afterName}
          description="uα of each label, marked or not: 1 is the same throughout, 0 is as by chance."
          rows={report.labels.map((of) => ({ ...of, id: of.label }))}
        />
      )}
      <ChangeSection analysts={report.analysts} />
      <MovementSection movement={report.movement} analysts={report.analysts} />
    </Stack>
  );
}

/** One discussion round of a project: its state, and what it did. */
export function RoundPage({ project, round }: { project: ProjectView; round: RoundView }) {
  const api = `/api/v1/projects/${project.id}`;
  const { report, isBusy, progress, problem, isCancelled, fetchReport, cancel } = useReport(
    `${api}/rounds/${round.number}`,
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const title = `Discussion round ${round.number}`;
  const about = useMemo(() => ({ project: project.name, selection: title }), [project.name, title]);
  const holds = may(project.role, 'hold rounds') && project.archivedAt === null;
  const csv = `${api}/export?format=csv&excel=true&round=${round.number}`;
  return (
    <AboutSaved value={about}>
      <Stack gap="lg">
        <Group justify="space-between" align="flex-end" gap="sm">
          <div>
            <Text size="sm">
              <Anchor component={Link} href={roundAddress(project.id)} inherit>
                All rounds
              </Anchor>
            </Text>
            <Title ref={heading} tabIndex={-1} order={1} size="h2">
              {title}
            </Title>
            <RoundState round={round} />
          </div>
          <Group gap="sm">
            {report !== null && report.reason === null && (
              <>
                <Button component="a" variant="default" href={`${csv}&moment=before`} download>
                  Readings before (CSV)
                </Button>
                <Button component="a" variant="default" href={`${csv}&moment=after`} download>
                  Readings {round.state === 'open' ? 'now' : 'after'} (CSV)
                </Button>
              </>
            )}
            {holds && round.state === 'open' && (
              <CloseRound
                projectId={project.id}
                round={round}
                landing={heading}
                onClosed={() => void fetchReport()}
              />
            )}
          </Group>
        </Group>
        {isBusy && progress !== null && (
          <ComputationProgress
            what="Measuring the round"
            unit="articles"
            progress={progress}
            onCancel={cancel}
          />
        )}
        {problem && <ProblemAlert problem={problem} />}
        {isCancelled && <Text role="status">You broke it off. Nothing was changed.</Text>}
        {(problem !== null || isCancelled) && (
          <Group>
            <Button variant="default" onClick={() => void fetchReport()}>
              Try again
            </Button>
          </Group>
        )}
        {isBusy && report === null && <PanelSkeleton />}
        {report !== null && (
          <div className={css.report} data-stale={isBusy || undefined} aria-busy={isBusy}>
            <Report report={report} />
          </div>
        )}
      </Stack>
    </AboutSaved>
  );
}
