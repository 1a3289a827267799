'use client';

import { panelMeasureText } from '@/components/charts/figure-text';
import { PanelSkeleton } from '@/components/charts/panel-section';
import { roundAddress } from '@/components/workbench/round-messages';
import { AboutSaved } from '@/components/charts/saved-files';
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useCallback, useEffect, useRef, useState, useMemo } from 'react';
import { ApiProblem } from '@/components/ui/api';
import { ComputationProgress } from '@/components/ui/computation-progress';
import type { Progress } from '@/components/ui/fetch-with-progress';
import { fetchWithProgress } from '@/components/ui/fetch-with-progress';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { may } from '@/lib/access/permission';
import type { ProjectView } from '@/lib/project/project';
import type { RoundReport, RoundView } from '@/lib/round/round';
import { ChangeSection, MomentsSection } from './report-sections';
import { MovementSection } from './movement-section';
import { RoundState, CloseRound } from './round-state';
import css from './rounds.module.css';

/** The last answer, and the state of the request. */
type ReportState = {
  report: RoundReport | null;
  isBusy: boolean;
  progress: Progress | null;
  problem: ApiProblem | null;
  isCancelled: boolean;
};

const begun = { isBusy: true, progress: null, problem: null, isCancelled: false };

/** Fetches the figures of a round, at once and on demand; leaving the page aborts the request. */
function useReport(path: string) {
  const [state, set] = useState<ReportState>({ report: null, ...begun });
  const running = useRef<AbortController | null>(null);
  const fetchReport = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const update = (change: Partial<ReportState>) => {
      if (running.current === controller) set((before) => ({ ...before, ...change }));
    };
    update(begun);
    try {
      const report = await fetchWithProgress<RoundReport>(path, {
        signal: controller.signal,
        onProgress: (progress) => update({ progress }),
      });
      update({ report, isBusy: false });
    } catch (thrown) {
      if (controller.signal.aborted) return;
      if (!(thrown instanceof ApiProblem)) throw thrown;
      update({ isBusy: false, problem: thrown });
    }
  }, [path]);
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    set((before) => ({ ...before, isBusy: false, progress: null, isCancelled: true }));
  }, []);
  useEffect(() => {
    void fetchReport();
    return () => {
      running.current?.abort();
      running.current = null;
    };
  }, [fetchReport]);
  return { ...state, fetchReport, cancel };
}

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
        description={`Over ${report.measured === 1 ? 'one article' : `${report.measured.toLocaleString('en-US')} articles`} with two or more submissions in the round, pooled. A ring is before the round, a dot ${report.state === 'open' ? 'is now' : 'after it'}; the difference is on the right. The band is its 95 % interval, from draws of the articles: where it holds the ring, it may be chance. With fewer than ten articles there is none.`}
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
          description="uα of each label, used or not: 1 is full agreement, 0 is as by chance."
          rows={report.labels.map((of) => ({ ...of, id: of.label }))}
        />
      )}
      <ChangeSection analysts={report.analysts} />
      <MovementSection movement={report.movement} analysts={report.analysts} />
    </Stack>
  );
}

/** One discussion round of a project: its state and its effects. */
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
                  Annotations before (CSV)
                </Button>
                <Button component="a" variant="default" href={`${csv}&moment=after`} download>
                  Annotations {round.state === 'open' ? 'now' : 'after'} (CSV)
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
        {isCancelled && <Text role="status">Cancelled. Nothing was changed.</Text>}
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
