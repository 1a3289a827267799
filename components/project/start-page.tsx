'use client';

import { Code, Stack, Text, Title, Button, Group } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { WorkDone } from '@/components/ui/project-text';
import { useAction } from '@/components/ui/use-action';
import type { ProjectView } from '@/lib/project/project';
import { ArchivedProjects, ProjectEntry } from './project-list';
import css from './project-list.module.css';

/** The first page while there is no account: where to find the welcome link. */
export function NobodyYet() {
  return (
    <Stack gap="md" maw={560}>
      <Title order={1} size="h2">
        There is no account yet
      </Title>
      <Text>
        Whoever started this server finds a welcome link in its output, in the window where{' '}
        <Code>npm start</Code> runs. Its address contains <Code>/welcome/</Code>. Open it to become
        the first owner.
      </Text>
      <Text>
        If the link is lost, stop the server and start it again: it prints a new one, and the old
        one no longer works.
      </Text>
    </Stack>
  );
}

/** What a viewer without projects can do next: create one, or the demo. */
function FirstSteps() {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const demo = () =>
    run(async () => {
      const { projectId } = await callApi<{ projectId: string }>('POST', '/api/v1/demo');
      router.push(`/projects/${projectId}`);
    });
  return (
    <Stack gap="md" maw={560}>
      <Text>
        You are in no project yet. A project contains articles, a codebook of labels and the members
        who annotate with it.
      </Text>
      <Text>
        The demo shows how it works: two invented articles, annotated by three analysts who do not
        always agree. A colleague who already has a project can send you an invitation link.
      </Text>
      {problem && <ProblemAlert problem={problem} />}
      <Group gap="sm">
        <Button component={Link} href="/projects/new">
          New project
        </Button>
        <Button variant="default" loading={busy} onClick={() => void demo()}>
          Create the demo project
        </Button>
      </Group>
    </Stack>
  );
}

const nothing: WorkDone = { begun: 0, submitted: 0 };

/** The start page of a signed-in user: their projects, or how to get one. */
export function StartPage({
  projects,
  archived,
  progress,
}: {
  projects: ProjectView[];
  archived: ProjectView[];
  /** The viewer's progress by project. */
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
