'use client';

import { Anchor, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useMemo } from 'react';
import { AboutSaved } from '@/components/charts/saving';
import type { AnalystPerformanceView } from '@/lib/calibration/analyst-performance';
import type { Label } from '@/lib/codebook/codebook';
import type { ProjectView } from '@/lib/project/project';
import { PersonPerformance } from './person-performance';
import { PeopleTable } from './performance-tables';

const about =
  'Agreement with what was settled, in all articles that are settled and submitted. What was marked before others’ readings were seen counts: a first attempt, and a reading before it was discussed.';
const caution =
  'The consensus was made of these readings too, so who had a part in it agrees with it somewhat more than a newcomer would.';

/** How far people agree with the consensus: one person drawn, or, for managers, everybody in a table. */
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
  /** Whether everybody is shown; otherwise the one who was asked for. */
  isTable: boolean;
}) {
  const names = useMemo(() => new Map(labels.map(({ key, name }) => [key, name])), [labels]);
  const labelName = (key: string) => names.get(key) ?? key;
  const [person] = items;
  const isOwn = person?.user.id === viewerId;
  const title =
    isTable || person === undefined
      ? 'Competence'
      : isOwn
        ? 'My competence'
        : `Competence of ${person.user.name}`;
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
                Nobody has submitted a reading of a settled article yet. Settle an article, and
                whoever has read it stands here.
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
