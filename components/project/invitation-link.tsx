'use client';

import { Time } from '@/components/ui/time';
import type { NewInvitationView } from '@/lib/project/invitation';
import { OneTimeLink } from '@/components/ui/one-time-link';
import { roleText } from '@/components/ui/role-text';

/** The link of a new invitation, shown this once, ready to copy. */
export function InvitationLink({
  invitation,
  onClose,
}: {
  invitation: NewInvitationView;
  onClose: () => void;
}) {
  return (
    <OneTimeLink
      title="The invitation link is ready"
      label="Invitation link"
      url={invitation.url}
      onClose={onClose}
    >
      Copy it now: it is not shown again. It lets {invitation.email ?? 'whoever opens it first'} in
      as {roleText[invitation.role].one}, until <Time at={invitation.expiresAt} />.
    </OneTimeLink>
  );
}
