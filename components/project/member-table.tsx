'use client';

import type { Role } from '@/lib/access/permission';
import { Table, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { callApi } from '@/components/ui/api';
import { useQuestion } from '@/components/ui/confirm-action';
import { OneTimeLink } from '@/components/ui/one-time-link';
import { roleText } from '@/components/ui/project-text';
import { Time } from '@/components/ui/time';
import type { PasswordResetView } from '@/lib/access/password-reset';
import { may, mayResetPassword } from '@/lib/access/permission';
import type { MemberView } from '@/lib/project/member';
import type { ProjectView } from '@/lib/project/project';
import type { MemberAction } from './member-question';
import { MemberQuestion } from './member-question';
import { MemberRow } from './member-row';
import css from './member-row.module.css';

/** The members of a project with their roles, and the actions that the viewer may take on them. */
export function MemberTable({
  project,
  viewerId,
  members,
}: {
  project: ProjectView;
  viewerId: string;
  members: MemberView[];
}) {
  const router = useRouter();
  const question = useQuestion<MemberAction>();
  const [statusMessage, setStatusMessage] = useState('');
  const [reset, setReset] = useState<(PasswordResetView & { name: string }) | null>(null);
  const linkField = useRef<HTMLInputElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const live = project.archivedAt === null;
  const path = (member: MemberView) => `/api/v1/projects/${project.id}/members/${member.userId}`;

  const changeRole = async (member: MemberView, role: Role) => {
    await callApi('PATCH', path(member), { role });
    setStatusMessage(`${member.name} is now ${roleText[role].one}.`);
    router.refresh();
  };
  const remove = async (member: MemberView) => {
    await callApi('DELETE', path(member));
    if (member.userId === viewerId) return router.push('/');
    setStatusMessage(`${member.name} was removed. Their annotations stay.`);
    router.refresh();
  };

  const changeAccount = async (kind: 'reset' | 'disable' | 'enable', member: MemberView) => {
    if (kind === 'reset') {
      const made = await callApi<PasswordResetView>('POST', `${path(member)}/password-reset`);
      return setReset({ ...made, name: member.name });
    }
    await callApi('PATCH', `${path(member)}/account`, { disabled: kind === 'disable' });
    setStatusMessage(
      `The account of ${member.name} is ${kind === 'disable' ? 'disabled' : 'enabled again'}.`,
    );
    router.refresh();
  };

  return (
    <>
      <Table verticalSpacing="sm" className={css.table} aria-label="Members">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Role</Table.Th>
            <Table.Th visibleFrom="sm">Joined</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => (
            <MemberRow
              key={member.userId}
              member={member}
              isMe={member.userId === viewerId}
              changes={live && may(project.role, 'change roles')}
              removes={live && (member.userId === viewerId || may(project.role, 'remove members'))}
              onRole={(role) => question.open({ kind: 'role', member, role })}
              onRemove={() => question.open({ kind: 'remove', member })}
              onReset={
                live && member.userId !== viewerId && mayResetPassword(project.role, member.role)
                  ? () => question.open({ kind: 'reset', member })
                  : null
              }
              onDisable={
                live && member.userId !== viewerId && may(project.role, 'disable accounts')
                  ? () =>
                      question.open({
                        kind: member.disabledAt === null ? 'disable' : 'enable',
                        member,
                      })
                  : null
              }
            />
          ))}
        </Table.Tbody>
      </Table>
      <Text role="status" size="sm" c="dimmed" ref={status} tabIndex={-1}>
        {statusMessage}
      </Text>
      {reset !== null && (
        <OneTimeLink
          title="The link is ready"
          label={`Link for ${reset.name} to set a new password`}
          url={reset.url}
          field={linkField}
          onClose={() => setReset(null)}
        >
          Copy it now: it is not shown again. It lets <bdi>{reset.name}</bdi> set a new password,
          once, until <Time at={reset.expiresAt} />.
        </OneTimeLink>
      )}
      <MemberQuestion
        question={question}
        landing={status}
        linkField={linkField}
        viewerId={viewerId}
        onRole={changeRole}
        onRemove={remove}
        onAccount={changeAccount}
      />
    </>
  );
}
