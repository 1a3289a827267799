'use client';

import { Alert, Button, Group, Stack, Text, Badge } from '@mantine/core';
import { useRouter, usePathname } from 'next/navigation';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { callApi } from '@/components/ui/api';
import { Crumbs } from '@/components/ui/page';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import { may } from '@/lib/access/permission';
import type { ProjectView } from '@/lib/project/project';
import css from './project-frame.module.css';

/** Tells an owner that the project is archived, with a button to restore it. */
function ArchivedNotice({ projectId }: { projectId: string }) {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const restore = async () => {
    const path = `/api/v1/projects/${projectId}`;
    if (await run(() => callApi('PATCH', path, { archived: false }))) router.refresh();
  };
  return (
    <Alert variant="light" title="This project is archived">
      <Stack gap="sm">
        <Text size="sm">
          Nothing in it is deleted. Only its owners see it, and nothing in it can be changed until
          it is restored.
        </Text>
        {problem && <ProblemAlert problem={problem} />}
        <Group>
          <Button variant="default" loading={busy} onClick={() => void restore()}>
            Restore the project
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** The breadcrumbs and tabs of a project's pages, above the page itself. */
export function ProjectFrame({ project, children }: { project: ProjectView; children: ReactNode }) {
  const path = usePathname();
  const home = `/projects/${project.id}`;
  const tabs = [
    { href: home, name: 'Articles', here: path === home || path.startsWith(`${home}/articles`) },
    { href: `${home}/agreement`, name: 'Agreement', here: path === `${home}/agreement` },
    { href: `${home}/codebook`, name: 'Codebook', here: path === `${home}/codebook` },
    ...(may(project.role, 'write consensus')
      ? [
          {
            href: `${home}/adjudication`,
            name: 'Adjudication',
            here: path === `${home}/adjudication`,
          },
        ]
      : []),
    { href: `${home}/decisions`, name: 'Decision log', here: path === `${home}/decisions` },
    ...(may(project.role, 'write own layer')
      ? [
          {
            href: `${home}/rounds`,
            name: 'Discussion rounds',
            here: path.startsWith(`${home}/rounds`),
          },
        ]
      : []),
    ...(may(project.role, 'write own layer')
      ? [
          {
            href: `${home}/performance`,
            name: 'Analyst performance',
            here: path === `${home}/performance`,
          },
        ]
      : []),
    { href: `${home}/members`, name: 'Members', here: path === `${home}/members` },
    ...(may(project.role, 'change adjudication settings')
      ? [
          {
            href: `${home}/settings`,
            name: 'Settings',
            // The security log is reached from the settings.
            here: path === `${home}/settings` || path === `${home}/security`,
          },
        ]
      : []),
  ];
  const archived = project.archivedAt !== null && (
    <Badge variant="default" ml="xs" size="sm" tt="none" fw={500}>
      Archived
    </Badge>
  );
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <Crumbs
          way={[
            { href: '/', name: 'Projects' },
            { href: home, name: project.name, isHere: path === home, beside: archived },
          ]}
        />
        <nav aria-label="Project">
          <ul className={css.tabs}>
            {tabs.map(({ href, name, here }) => (
              <li key={href}>
                <Link className={css.tab} href={href} aria-current={here ? 'page' : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </Stack>
      {project.archivedAt !== null && <ArchivedNotice projectId={project.id} />}
      {children}
    </Stack>
  );
}
