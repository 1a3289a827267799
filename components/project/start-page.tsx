'use client';

import { Button, Group, Stack, Title } from '@mantine/core';
import Link from 'next/link';
import type { ProjectView } from '@/lib/project/project';
import { ArchivedProjects } from './archived-projects';
import { FirstSteps } from './first-steps';
import type { WorkDone } from '@/components/ui/progress-messages';
import { ProjectEntry } from './project-entry';
import css from './project-entry.module.css';

const nothing: WorkDone = { begun: 0, submitted: 0 };

/** The start page of somebody signed in: their projects, or how to come to one. */
export function StartPage({
  projects,
  archived,
  progress,
}: {
  projects: ProjectView[];
  archived: ProjectView[];
  /** One's own work, by project. */
  progress: Record<string, WorkDone>;
}) {
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="center">
        <Title order={1} size="h2">
          Projects
        </Title>
        {projects.length > 0 && (
          <Button component={Link} href="/projects/new">
            New project
          </Button>
        )}
      </Group>
      {projects.length === 0 ? (
        <FirstSteps />
      ) : (
        <ul className={css.list}>
          {projects.map((project) => (
            <ProjectEntry
              key={project.id}
              project={project}
              done={progress[project.id] ?? nothing}
            />
          ))}
        </ul>
      )}
      {archived.length > 0 && <ArchivedProjects projects={archived} />}
    </Stack>
  );
}
