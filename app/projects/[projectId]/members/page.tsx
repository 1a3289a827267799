import { orNotFound, projectOfPage } from '@/app/_gate/project-of-page';
import { listAskOf } from '@/components/project/list-address';
import { MembersRoom } from '@/components/project/members-room';
import { may } from '@/lib/access/permission';
import { listInvitations } from '@/lib/project/list-invitations';
import { listMembers } from '@/lib/project/list-members';

export const metadata = { title: 'Members' };

export default async function MembersPage({
  params,
  searchParams,
}: {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params, '/members');
  const ask = listAskOf(await searchParams);
  const { items, nextCursor } = await listMembers(viewer, project.id, {
    limit: ask.shown,
    cursor: ask.from,
    q: ask.q,
  }).catch(orNotFound);
  return (
    <MembersRoom
      project={project}
      viewerId={viewer.userId}
      members={items}
      nextCursor={nextCursor}
      ask={ask}
      invitations={
        may(project.role, 'see invitations') ? await listInvitations(viewer, project.id) : null
      }
    />
  );
}
