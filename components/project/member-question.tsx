'use client';

import { Text } from '@mantine/core';
import type { Role } from '@/lib/access/role';
import type { MemberView } from '@/lib/project/member';
import { ConfirmDeed } from './confirm-deed';
import { roleWords } from './role-words';

/** What is about to be done about somebody. */
export type MemberDeed =
  { deed: 'remove'; member: MemberView } | { deed: 'role'; member: MemberView; role: Role };

const removing = (isMe: boolean, name: string) =>
  isMe
    ? {
        title: 'Leave this project?',
        action: 'Leave',
        words:
          'You will no longer see it. What you have highlighted is kept. To come back, you need a new invitation.',
      }
    : {
        title: `Remove ${name}?`,
        action: 'Remove',
        words:
          'They will no longer see this project. What they have highlighted is kept, with their name, and counts as before. A new invitation lets them back in.',
      };

const changing = (isMe: boolean, name: string, role: Role) => ({
  title: isMe ? `Become ${role}?` : `Make ${name} ${role}?`,
  action: isMe ? `Become ${role}` : `Make ${role}`,
  words: isMe
    ? `${roleWords[role].does} You will not be able to undo this by yourself.`
    : roleWords[role].does,
});

/** Asks before somebody is removed or given another role. */
export function MemberQuestion({
  asked,
  viewerId,
  onClose,
  onRole,
  onRemove,
}: {
  asked: MemberDeed | null;
  viewerId: string;
  onClose: () => void;
  onRole: (member: MemberView, role: Role) => Promise<void>;
  onRemove: (member: MemberView) => Promise<void>;
}) {
  if (asked === null) return null;
  const { member } = asked;
  const isMe = member.userId === viewerId;
  const { title, action, words } =
    asked.deed === 'remove' ? removing(isMe, member.name) : changing(isMe, member.name, asked.role);
  return (
    <ConfirmDeed
      opened
      title={title}
      action={action}
      onClose={onClose}
      onConfirm={() => (asked.deed === 'remove' ? onRemove(member) : onRole(member, asked.role))}
    >
      <Text>{words}</Text>
    </ConfirmDeed>
  );
}
