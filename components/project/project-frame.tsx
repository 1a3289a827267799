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

/** Says to an owner that the project is put away, and brings it back. */
export function ArchivedNotice({ projectId }: { projectId: string }) {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const bringBack = async () => {
    const path = `/api/v1/projects/${projectId}`;
    if (await run(() => callApi('PATCH', path, { archived: false }))) router.refresh();
  };
  return (
    <Alert variant="light" title="This project is archived">
      <Stack gap="sm">
        <Text size="sm">
          Everything in it is kept. Only its owners see it, and nothing in it can be changed until
          it is brought back.
        </Text>
        {problem && <ProblemAlert problem={problem} />}
        <Group>
          <Button variant="default" loading={busy} onClick={() => void bringBack()}>
            Bring the project back
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** Where one is, and the ways between the pages of a project; the page itself stands beneath. */
export function ProjectFrame({ project, children }: { project: ProjectView; children: ReactNode }) {
  const path = usePathname();
  const home = `/projects/${project.id}`;
  const ways = [
    { href: home, name: 'Articles', here: path === home || path.startsWith(`${home}/articles`) },
    { href: `${home}/agreement`, name: 'Agreement', here: path === `${home}/agreement` },
    { href: `${home}/codebook`, name: 'Codebook', here: path === `${home}/codebook` },
    ...(may(project.role, 'write consensus')
      ? [{ href: `${home}/adjudication`, name: 'Settling', here: path === `${home}/adjudication` }]
      : []),
    { href: `${home}/decisions`, name: 'Decided cases', here: path === `${home}/decisions` },
    ...(may(project.role, 'write own layer')
      ? [{ href: `${home}/rounds`, name: 'Rounds', here: path.startsWith(`${home}/rounds`) }]
      : []),
    ...(may(project.role, 'write own layer')
      ? [{ href: `${home}/performance`, name: 'Competence', here: path === `${home}/performance` }]
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
            {ways.map(({ href, name, here }) => (
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
