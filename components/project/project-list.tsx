'use client';

import { Anchor, Badge, Group, Progress, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { counted } from '@/components/ui/format-text';
import type { WorkDone } from '@/components/ui/project-text';
import { projectProgressMessage, roleText } from '@/components/ui/project-text';
import { Time } from '@/components/ui/time';
import { may } from '@/lib/access/permission';
import type { ProjectView } from '@/lib/project/project';
import css from './project-list.module.css';

/** One project in the list on the start page. */
export function ProjectEntry({ project, done }: { project: ProjectView; done: WorkDone }) {
  const message = projectProgressMessage(project, done);
  const shows = message !== '' && may(project.role, 'write own layer') && project.articles > 0;
  return (
    <li className={css.entry}>
      <Stack gap={6}>
        <Group gap="sm" align="baseline" justify="space-between" wrap="nowrap">
          <Title order={2} size="h3" className={css.name}>
            <Anchor component={Link} href={`/projects/${project.id}`} inherit dir="auto">
              {project.name}
            </Anchor>
          </Title>
          <Badge variant="default" tt="none" fw={500} className={css.role}>
            {roleText[project.role].name}
          </Badge>
        </Group>
        {project.description !== '' && (
          <Text dir="auto" lineClamp={2} className={css.description}>
            {project.description}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {[counted(project.articles, 'article'), counted(project.members, 'member'), message]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
        {shows && (
          <Progress
            value={Math.min(100, (100 * done.submitted) / project.articles)}
            size={3}
            maw={320}
            aria-label={`Submitted in ${project.name}`}
          />
        )}
      </Stack>
    </li>
  );
}

/** The archived projects, folded. */
export function ArchivedProjects({ projects }: { projects: ProjectView[] }) {
  return (
    <details>
      <summary className={css.summary}>{counted(projects.length, 'archived project')}</summary>
      <ul className={css.archivedList}>
        {projects.map((project) => (
          <li key={project.id}>
            <Anchor component={Link} href={`/projects/${project.id}`} dir="auto">
              {project.name}
            </Anchor>{' '}
            {project.archivedAt !== null && (
              <Text span size="sm" c="dimmed">
                archived <Time at={project.archivedAt} />
              </Text>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
