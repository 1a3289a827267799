'use client';

import { Stack, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { counted } from '@/components/ui/format-text';
import type { ListQuery } from '@/components/ui/list-address';
import { listAddress, listStep } from '@/components/ui/list-address';
import { FindField, ListMore } from '@/components/ui/list-controls';
import { may } from '@/lib/access/permission';
import type { InvitationView } from '@/lib/project/invitation';
import type { MemberView } from '@/lib/project/member';
import type { ProjectView } from '@/lib/project/project';
import { InvitationList } from './invitation-list';
import { InviteForm } from './invite-form';
import { MemberTable } from './member-table';

/** The members of a project and, for those who may invite, its open invitations. */
export function MembersPage({
  project,
  viewerId,
  members,
  nextCursor,
  query,
  invitations,
}: {
  project: ProjectView;
  viewerId: string;
  members: MemberView[];
  nextCursor: string | null;
  query: ListQuery;
  /** Null for those who may not see them. */
  invitations: InvitationView[] | null;
}) {
  const router = useRouter();
  const path = `/projects/${project.id}/members`;
  const live = project.archivedAt === null;
  return (
    <Stack gap="xl">
      <div>
        <Title order={1} size="h2">
          Members
        </Title>
        <Text c="dimmed">{counted(project.members, 'person', 'people')} in this project</Text>
      </div>
      {(project.members > listStep / 5 || query.q !== '') && (
        <FindField
          label="Find a member by name"
          text={query.q}
          onFind={(q) => router.replace(listAddress(path, { q }), { scroll: false })}
        />
      )}
      {members.length === 0 ? (
        <Text>No member’s name contains “{query.q}”.</Text>
      ) : (
        <MemberTable project={project} viewerId={viewerId} members={members} />
      )}
      <ListMore path={path} query={query} params={{ q: query.q }} nextCursor={nextCursor} />
      {invitations !== null && live && may(project.role, 'invite analysts and viewers') && (
        <InviteForm projectId={project.id} role={project.role} />
      )}
      {invitations !== null && (
        <InvitationList projectId={project.id} invitations={invitations} live={live} />
      )}
    </Stack>
  );
}
