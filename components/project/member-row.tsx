'use client';

import { Badge, Table, Text } from '@mantine/core';
import { Time } from '@/components/ui/time';
import type { Role } from '@/lib/access/role';
import type { MemberView } from '@/lib/project/member';
import css from './member-row.module.css';
import { RoleMenu } from './role-menu';
import { roleText } from '@/components/ui/role-text';

/** One person of the project. */
export function MemberRow({
  member,
  isMe,
  changes,
  removes,
  onRole,
  onRemove,
  onReset,
  onDisable,
}: {
  member: MemberView;
  isMe: boolean;
  changes: boolean;
  removes: boolean;
  onRole: (role: Role) => void;
  onRemove: () => void;
  /** Null where their password may not be reset. */
  onReset: (() => void) | null;
  /** Disables the account, or enables it; null where that may not be done. */
  onDisable: (() => void) | null;
}) {
  const isDisabled = member.disabledAt !== null;
  return (
    <Table.Tr>
      <Table.Td className={css.name}>
        <Text>
          <bdi>{member.name}</bdi>
          {isMe && (
            <Text span c="dimmed">
              {' '}
              (you)
            </Text>
          )}
        </Text>
        {member.email !== null && (
          <Text size="sm" c="dimmed">
            {member.email}
          </Text>
        )}
        {isDisabled && (
          <Badge variant="default" size="sm" tt="none">
            Account disabled
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        {changes || removes || onReset !== null || onDisable !== null ? (
          <RoleMenu
            name={member.name}
            role={member.role}
            leaves={isMe}
            onRole={changes ? onRole : null}
            onRemove={removes ? onRemove : null}
            isDisabled={isDisabled}
            onReset={onReset}
            onDisable={onDisable}
          />
        ) : (
          roleText[member.role].name
        )}
      </Table.Td>
      <Table.Td visibleFrom="sm" className={css.date}>
        <Time at={member.addedAt} />
      </Table.Td>
    </Table.Tr>
  );
}
