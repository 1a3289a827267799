import { listInvitations } from '@/lib/project/invitations';
import { listMembers } from '@/lib/project/members';
import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { listQueryOf } from '@/components/ui/list-address';
import { MembersPage } from '@/components/project/members-page';
import { may } from '@/lib/access/permission';

export const metadata = { title: 'Members' };

export default async function ProjectMembersPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/members');
  const query = listQueryOf(await searchParams);
  const { items, nextCursor } = await listMembers(viewer, project.id, {
    limit: query.shown,
    cursor: query.from,
    q: query.q,
  }).catch(orNotFound);
  return (
    <MembersPage
      project={project}
      viewerId={viewer.userId}
      members={items}
      nextCursor={nextCursor}
      query={query}
      invitations={
        may(project.role, 'see invitations') ? await listInvitations(viewer, project.id) : null
      }
    />
  );
}
