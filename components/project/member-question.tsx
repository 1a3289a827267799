'use client';

import { Text } from '@mantine/core';
import type { RefObject } from 'react';
import type { Role } from '@/lib/access/role';
import type { MemberView } from '@/lib/project/member';
import { ConfirmDeed } from '@/components/ui/confirm-deed';
import type { Question } from '@/components/ui/use-question';
import { roleSentence, roleWords } from './role-words';

/** What is about to be done about somebody. */
export type MemberDeed =
  | { deed: 'remove'; member: MemberView }
  | { deed: 'role'; member: MemberView; role: Role };

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
  title: isMe ? `Become ${roleWords[role].one}?` : `Make ${name} ${roleWords[role].one}?`,
  action: isMe ? `Become ${roleWords[role].one}` : `Make ${roleWords[role].one}`,
  words: isMe
    ? `${roleSentence(role)} You will not be able to undo this by yourself.`
    : roleSentence(role),
});

/** Asks before somebody is removed or given another role. */
export function MemberQuestion({
  question,
  viewerId,
  landing,
  onRole,
  onRemove,
}: {
  question: Question<MemberDeed>;
  viewerId: string;
  /** Where focus goes when somebody has left the list. */
  landing: RefObject<HTMLElement | null>;
  onRole: (member: MemberView, role: Role) => Promise<void>;
  onRemove: (member: MemberView) => Promise<void>;
}) {
  const asked = question.about;
  if (asked === null) return null;
  const { member } = asked;
  const isMe = member.userId === viewerId;
  const { title, action, words } =
    asked.deed === 'remove' ? removing(isMe, member.name) : changing(isMe, member.name, asked.role);
  return (
    <ConfirmDeed
      question={question}
      landing={asked.deed === 'remove' ? landing : undefined}
      title={title}
      action={action}
      onConfirm={() => (asked.deed === 'remove' ? onRemove(member) : onRole(member, asked.role))}
    >
      <Text>{words}</Text>
    </ConfirmDeed>
  );
}
