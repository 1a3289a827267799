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

/** What stands on the first page while nobody has come in: where to find the way in. */
export function NobodyYet() {
  return (
    <Stack gap="md" maw={560}>
      <Title order={1} size="h2">
        Nobody is here yet
      </Title>
      <Text>
        Whoever started this server finds a welcome link in its output, in the window where{' '}
        <Code>npm start</Code> runs. It begins with <Code>…/welcome/</Code>. Open it to become the
        first owner.
      </Text>
      <Text>
        If the link is lost, stop the server and start it again: it prints a new one, and the old
        one no longer works.
      </Text>
    </Stack>
  );
}

/** What one without projects can do next: look at the demo, or begin one. */
export function FirstSteps() {
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
        You are in no project yet. A project holds articles, a codebook of labels and the people who
        read with it.
      </Text>
      <Text>
        The demo shows what it is like: two invented articles that three analysts have highlighted,
        and not all alike. If a colleague has a project already, ask them for an invitation link.
      </Text>
      {problem && <ProblemAlert problem={problem} />}
      <Group gap="sm">
        <Button component={Link} href="/projects/new">
          New project
        </Button>
        <Button variant="default" loading={busy} onClick={() => void demo()}>
          Make the demo project
        </Button>
      </Group>
    </Stack>
  );
}

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
