'use client';

import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Time } from '@/components/ui/time';
import type { NewInvitationView } from '@/lib/project/invitation';
import { roleWords } from './role-words';

/** The link of a new invitation, shown this once, ready to copy. */
export function InvitationLink({
  invitation,
  onClose,
}: {
  invitation: NewInvitationView;
  onClose: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [invitation.url]);
  return (
    <Alert variant="light" title="The invitation link is ready">
      <Stack gap="sm">
        <Text size="sm">
          Copy it now: it is not shown again. It lets {invitation.email ?? 'whoever opens it first'}{' '}
          in as {roleWords[invitation.role].one}, until <Time at={invitation.expiresAt} />.
        </Text>
        <TextInput
          ref={field}
          readOnly
          aria-label="Invitation link"
          value={invitation.url}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Group gap="sm">
          <CopyButton value={invitation.url} timeout={4000}>
            {({ copied, copy }) => (
              <Button onClick={copy}>{copied ? 'Copied' : 'Copy link'}</Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onClose}>
            Done
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
