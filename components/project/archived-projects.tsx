'use client';

import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { ProjectView } from '@/lib/project/project';
import css from './archived-projects.module.css';
import { counted } from '@/components/ui/progress-messages';

/** The projects that one has put away, behind a line that opens. */
export function ArchivedProjects({ projects }: { projects: ProjectView[] }) {
  return (
    <details>
      <summary className={css.summary}>{counted(projects.length, 'archived project')}</summary>
      <ul className={css.list}>
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
