'use client';

import { saveFile } from '@/components/ui/save-or-copy';
import { PanelSkeleton } from '@/components/charts/panel-section';
import { fileName } from '@/components/charts/picture';
import { AboutSaved } from '@/components/charts/saved-files';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { OnDemandFigureView } from '@/lib/agreement/agreement-view';
import type { ProjectView } from '@/lib/project/project';
import {
  agreementSearch,
  everything,
  filterCount,
  useAgreementFilters,
} from './agreement-filter-values';
import { AgreementFilters } from './agreement-filters';
import classes from './agreement-panel.module.css';
import { namesOf, formatSelection } from './names';
import { NothingToCompare } from './nothing-to-compare';
import { PanelSections } from './panel-sections';
import { ComputationProgress } from '@/components/ui/computation-progress';
import { useAgreementRequest } from './use-agreement-request';

/** The agreement page of a project: filters, figures, plots and tables of disagreements. */
export function AgreementPanel({ project }: { project: ProjectView }) {
  const [filters, change] = useAgreementFilters();
  const {
    view,
    isBusy,
    progress,
    problem,
    isCancelled,
    send: begin,
    cancel,
  } = useAgreementRequest(project.id, true);
  const search = agreementSearch(filters);
  const onDemand = useRef<Record<string, OnDemandFigureView>>({});
  useEffect(() => {
    onDemand.current = {};
    void begin(search);
  }, [begin, search]);
  const names = useMemo(() => namesOf(view?.choices ?? { labels: [], analysts: [] }), [view]);
  const about = useMemo(
    () => ({
      project: project.name,
      selection: formatSelection(filters, names, view?.articles ?? 0),
    }),
    [project.name, filters, names, view?.articles],
  );
  const panel = view?.panel ?? null;
  const isFiltered = filterCount(filters) > 0;
  const saveAll = () => {
    const all = {
      project: project.name,
      selection: about.selection,
      ...view,
      onRequest: onDemand.current,
    };
    const blob = new Blob([JSON.stringify(all, null, 2)], { type: 'application/json' });
    saveFile(`${fileName(`${project.name} agreement`)}.json`, blob);
  };
  return (
    <AboutSaved value={about}>
      <Stack gap="lg">
        <Group justify="space-between" align="flex-end" gap="sm">
          <div>
            <Title order={1} size="h2">
              Agreement
            </Title>
            <Text c="dimmed">
              How much analysts agree, how certain that is, and where they differ.
            </Text>
          </div>
          {panel !== null && (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={saveAll}
            >
              Save all as JSON
            </Button>
          )}
        </Group>
        <AgreementFilters
          projectId={project.id}
          filters={filters}
          choices={view?.choices ?? null}
          names={names}
          onChange={change}
        />
        {isBusy && (progress !== null || view !== null) && (
          <ComputationProgress
            what="Calculating the figures"
            unit="articles"
            progress={progress}
            onCancel={cancel}
          />
        )}
        {problem && <ProblemAlert problem={problem} />}
        {isCancelled && (
          <Text role="status">
            You stopped the calculation. What was calculated is saved for next time.
          </Text>
        )}
        {(problem !== null || isCancelled) && (
          <Group gap="sm">
            <Button variant="default" onClick={() => void begin(search)}>
              Try again
            </Button>
            {isFiltered && (
              <Button variant="default" onClick={() => change(everything)}>
                Clear all filters
              </Button>
            )}
          </Group>
        )}
        {isBusy && view === null && <PanelSkeleton />}
        {view !== null && problem === null && !isCancelled && (
          <div className={classes.panel} data-stale={isBusy || undefined} aria-busy={isBusy}>
            {panel === null ? (
              <NothingToCompare
                project={project}
                reason={view.reason ?? ''}
                onClear={isFiltered ? () => change(everything) : null}
              />
            ) : (
              <PanelSections
                view={view}
                panel={panel}
                names={names}
                filters={filters}
                onFigure={(name, figure) => {
                  onDemand.current[name] = figure;
                }}
              />
            )}
          </div>
        )}
      </Stack>
    </AboutSaved>
  );
}
