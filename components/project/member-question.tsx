'use client';

import type { Role } from '@/lib/access/permission';
import { Text } from '@mantine/core';
import type { RefObject } from 'react';
import type { Question } from '@/components/ui/confirm-action';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { roleSentence, roleText } from '@/components/ui/project-text';
import type { MemberView } from '@/lib/project/member';

/** An action on a member that is to be confirmed. */
export type MemberAction =
  | { kind: 'remove'; member: MemberView }
  | { kind: 'role'; member: MemberView; role: Role }
  | { kind: 'reset' | 'disable' | 'enable'; member: MemberView };

const removing = (isMe: boolean, name: string) =>
  isMe
    ? {
        title: 'Leave this project?',
        action: 'Leave',
        text: 'You will no longer see it. Your annotations stay. To come back, you need a new invitation.',
      }
    : {
        title: `Remove ${name}?`,
        action: 'Remove',
        text: 'They will no longer see this project. Their annotations stay, with their name, and count as before. With a new invitation they can come back.',
      };

const changing = (isMe: boolean, name: string, role: Role) => ({
  title: isMe ? `Become ${roleText[role].one}?` : `Make ${name} ${roleText[role].one}?`,
  action: isMe ? `Become ${roleText[role].one}` : `Make ${roleText[role].one}`,
  text: isMe
    ? `${roleSentence(role)} You will not be able to undo this by yourself.`
    : roleSentence(role),
});

const accountQuestions = {
  reset: (name: string) => ({
    title: `Create a link for ${name} to set a new password?`,
    action: 'Create link',
    text: 'You get a link to pass on. Whoever opens it first sets a new password and is signed in as this person, so give it to them alone. It works once, within 24 hours; until then, their password stays the same.',
  }),
  disable: (name: string) => ({
    title: `Disable the account of ${name}?`,
    action: 'Disable account',
    text: 'They are signed out everywhere and cannot sign in, in any project; their access tokens are revoked. Their annotations stay. You can enable the account again.',
  }),
  enable: (name: string) => ({
    title: `Enable the account of ${name}?`,
    action: 'Enable account',
    text: 'They can sign in again with their old password. Access tokens stay revoked.',
  }),
};

function questionOf(chosen: MemberAction, isMe: boolean) {
  const { name } = chosen.member;
  if (chosen.kind === 'remove') return removing(isMe, name);
  if (chosen.kind === 'role') return changing(isMe, name, chosen.role);
  return accountQuestions[chosen.kind](name);
}

/** The dialog that confirms an action on a member. */
export function MemberQuestion({
  question,
  viewerId,
  landing,
  linkField,
  onRole,
  onRemove,
  onAccount,
}: {
  question: Question<MemberAction>;
  viewerId: string;
  /** Where focus goes when a member has left the list. */
  landing: RefObject<HTMLElement | null>;
  /** Where focus goes when a link has been created. */
  linkField: RefObject<HTMLElement | null>;
  onRole: (member: MemberView, role: Role) => Promise<void>;
  onRemove: (member: MemberView) => Promise<void>;
  onAccount: (kind: 'reset' | 'disable' | 'enable', member: MemberView) => Promise<void>;
}) {
  const chosen = question.about;
  if (chosen === null) return null;
  const { member } = chosen;
  const isMe = member.userId === viewerId;
  const { title, action, text } = questionOf(chosen, isMe);
  return (
    <ConfirmAction
      question={question}
      landing={{ remove: landing, reset: linkField }[chosen.kind as string]}
      title={title}
      action={action}
      onConfirm={() => {
        if (chosen.kind === 'remove') return onRemove(member);
        return chosen.kind === 'role'
          ? onRole(member, chosen.role)
          : onAccount(chosen.kind, member);
      }}
    >
      <Text>{text}</Text>
    </ConfirmAction>
  );
}
