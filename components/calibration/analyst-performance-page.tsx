'use client';

import { AboutSaved } from '@/components/charts/saved-files';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useMemo } from 'react';
import type { AnalystPerformanceView } from '@/lib/calibration/analyst-performance';
import type { Label } from '@/lib/codebook/codebook';
import type { ProjectView } from '@/lib/project/project';
import { PersonPerformance } from './person-performance';
import { PeopleTable } from './performance-tables';

const about =
  'Agreement with the consensus, over all articles that are submitted and resolved. Only annotations made before seeing those of others count: the first attempt at a calibration article, and what was submitted before a discussion round.';
const caution =
  'The consensus was made from these annotations too, so its contributors agree with it somewhat more than a newcomer would.';

/**
 * How far people agree with the consensus: one person's charts or, for managers, a table of all.
 */
export function AnalystPerformancePage({
  project,
  items,
  labels,
  viewerId,
  isTable,
}: {
  project: ProjectView;
  items: readonly AnalystPerformanceView[];
  labels: readonly Label[];
  viewerId: string;
  /** Whether all analysts are shown; otherwise the one person who was asked for. */
  isTable: boolean;
}) {
  const names = useMemo(() => new Map(labels.map(({ key, name }) => [key, name])), [labels]);
  const labelName = (key: string) => names.get(key) ?? key;
  const [person] = items;
  const isOwn = person?.user.id === viewerId;
  const title =
    isTable || person === undefined
      ? 'Analyst performance'
      : isOwn
        ? 'My agreement with consensus'
        : `Agreement of ${person.user.name} with consensus`;
  const selection = isTable ? 'all analysts' : (person?.user.name ?? '');
  const saved = useMemo(() => ({ project: project.name, selection }), [project.name, selection]);
  const home = `/projects/${project.id}/performance`;
  const isAmong = items.some(({ user }) => user.id === viewerId);
  return (
    <AboutSaved value={saved}>
      <Stack gap="lg">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          <Text c="dimmed" maw="46rem" mt={4}>
            {about} {caution}
          </Text>
          <Text size="sm" c="dimmed" mt={4}>
            {isTable
              ? 'Managers and owners see this; each analyst sees their own.'
              : isOwn
                ? 'You see this, and the managers of the project; no colleague does.'
                : 'They see this, too; no colleague does.'}
          </Text>
        </div>
        {isTable ? (
          <>
            {items.length === 0 ? (
              <Text>
                Nobody has submitted annotations of a resolved article yet. Once an article is
                resolved, its annotators appear here.
              </Text>
            ) : (
              <PeopleTable people={items} projectId={project.id} />
            )}
            {isAmong && (
              <Text size="sm">
                <Anchor component={Link} href={`${home}?user=${viewerId}`} inherit>
                  My own
                </Anchor>
              </Text>
            )}
          </>
        ) : (
          person !== undefined && (
            <PersonPerformance performance={person} labelName={labelName} isOwn={isOwn} />
          )
        )}
      </Stack>
    </AboutSaved>
  );
}
