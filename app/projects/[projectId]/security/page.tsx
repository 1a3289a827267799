import { listMembers } from '@/lib/project/members';
import { notFound } from 'next/navigation';
import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { securityFiltersOf } from '@/components/access/security-filters';
import { SecurityPage } from '@/components/access/security-page';
import { may } from '@/lib/access/permission';
import { listSecurityEvents } from '@/lib/project/list-security-events';

export const metadata = { title: 'Security log' };

export default async function ProjectSecurityPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/security');
  if (!may(project.role, 'read security log')) notFound();
  const filters = securityFiltersOf(await searchParams);
  const { from: cursor, ...chosen } = filters;
  const [listing, members] = await Promise.all([
    listSecurityEvents(viewer, project.id, { ...chosen, cursor, limit: 50 }).catch(orNotFound),
    listMembers(viewer, project.id, { limit: 1000 }),
  ]);
  return (
    <SecurityPage
      projectId={project.id}
      filters={filters}
      listing={listing}
      members={members.items}
    />
  );
}
