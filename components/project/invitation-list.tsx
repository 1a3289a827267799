'use client';

import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { callApi } from '@/components/ui/api';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';
import { roleText } from '@/components/ui/project-text';
import { Time } from '@/components/ui/time';
import type { InvitationView } from '@/lib/project/invitation';
import css from './member-row.module.css';

const invited = ({ email, role }: InvitationView) => email ?? `Any ${role} with the link`;

/** The open invitations, with a button to revoke each. */
export function InvitationList({
  projectId,
  invitations,
  live,
}: {
  projectId: string;
  invitations: InvitationView[];
  /** Whether they can be revoked. */
  live: boolean;
}) {
  const router = useRouter();
  const question = useQuestion<InvitationView>();
  const chosen = question.about;
  const heading = useRef<HTMLHeadingElement>(null);
  const revoke = async (invitationId: string) => {
    await callApi('DELETE', `/api/v1/projects/${projectId}/invitations/${invitationId}`);
    router.refresh();
  };
  return (
    <Stack gap="sm">
      <Title order={2} size="h3" ref={heading} tabIndex={-1}>
        Open invitations
      </Title>
      {invitations.length === 0 ? (
        <Text c="dimmed">None. Used, revoked and expired invitations are not listed.</Text>
      ) : (
        <Table verticalSpacing="sm" className={css.table} aria-label="Open invitations">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>For</Table.Th>
              <Table.Th visibleFrom="sm">Invited by</Table.Th>
              <Table.Th>Valid until</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invitations.map((invitation) => (
              <Table.Tr key={invitation.id}>
                <Table.Td className={css.name}>
                  {invited(invitation)}
                  {invitation.email !== null && (
                    <Text size="sm" c="dimmed">
                      {roleText[invitation.role].name}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td visibleFrom="sm" className={css.name}>
                  <bdi>{invitation.invitedBy}</bdi>
                </Table.Td>
                <Table.Td>
                  <Time at={invitation.expiresAt} />
                </Table.Td>
                <Table.Td ta="end">
                  {live && (
                    <Button
                      variant="default"
                      size="compact-md"
                      aria-label={`Revoke the invitation: ${invited(invitation)}`}
                      onClick={() => question.open(invitation)}
                    >
                      Revoke…
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {chosen !== null && (
        <ConfirmAction
          question={question}
          landing={heading}
          title="Revoke this invitation?"
          action="Revoke"
          onConfirm={() => revoke(chosen.id)}
        >
          <Text>Its link stops working at once. You can create another at any time.</Text>
        </ConfirmAction>
      )}
    </Stack>
  );
}
