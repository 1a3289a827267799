'use client';

import type { Role } from '@/lib/access/permission';
import { isRole, roles } from '@/lib/access/permission';
import { Button, Menu, Text, Badge, Table } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { roleText } from '@/components/ui/project-text';
import { Time } from '@/components/ui/time';
import type { MemberView } from '@/lib/project/member';
import css from './member-row.module.css';

/** A member's role as a button that opens the menu of roles and account actions. */
function RoleMenu({
  name,
  role,
  leaves,
  onRole,
  onRemove,
  isDisabled,
  onReset,
  onDisable,
}: {
  name: string;
  role: Role;
  /** Whether the member is the viewer, so that removing means leaving. */
  leaves: boolean;
  /** Null where the role may not be changed. */
  onRole: ((role: Role) => void) | null;
  /** Null where they may not be removed. */
  onRemove: (() => void) | null;
  isDisabled: boolean;
  /** Null where their password may not be reset. */
  onReset: (() => void) | null;
  /** Disables the account, or enables it; null where that may not be done. */
  onDisable: (() => void) | null;
}) {
  const choose = (word: string) => {
    if (isRole(word) && word !== role) onRole?.(word);
  };
  return (
    <Menu position="bottom-start" width={300} withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={`${roleText[role].name}: role of ${name}`}
        >
          {roleText[role].name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {onRole !== null && (
          <Menu.RadioGroup value={role} onChange={choose}>
            {roles.map((each) => (
              <Menu.RadioItem key={each} value={each} closeMenuOnClick>
                {roleText[each].name}
                <Text size="xs" c="dimmed">
                  {roleText[each].does}
                </Text>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        )}
        {onRole !== null && (onReset !== null || onDisable !== null) && <Menu.Divider />}
        {onReset !== null && !isDisabled && (
          <Menu.Item onClick={onReset}>Reset the password…</Menu.Item>
        )}
        {onDisable !== null && (
          <Menu.Item onClick={onDisable}>
            {isDisabled ? 'Enable the account…' : 'Disable the account…'}
          </Menu.Item>
        )}
        {onRole !== null && onRemove !== null && <Menu.Divider />}
        {onRemove !== null && (
          <Menu.Item onClick={onRemove}>
            {leaves ? 'Leave the project…' : 'Remove from the project…'}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** One member in the table. */
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
