'use client';

import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { forgetSecret } from '@/components/ui/secret-link';
import { useState } from 'react';
import { signOut } from './sign-out';
import { SignOutDialog } from './sign-out-dialog';
import type { Unsent } from '@/components/outbox/leave-browser';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { AcceptedView } from '@/lib/project/invitation';
import type { Visitor } from './invitation-page';
import { useAction } from '@/components/ui/use-action';

/** Joins a project as the one signed in, if the invitation is meant for them. */
export function JoinAsMe({
  token,
  person,
  meant,
}: {
  token: string;
  person: Visitor;
  /** The only address that the invitation is for; null for any. */
  meant: string | null;
}) {
  const { busy, problem, run } = useAction();
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const join = () =>
    run(async () => {
      const path = `/api/v1/invitations/${encodeURIComponent(token)}/accept`;
      const { projectId } = await callApi<AcceptedView>('POST', path, {});
      forgetSecret('/invitations');
      window.location.assign(`/projects/${projectId}`);
    });
  const isMine = meant === null || meant === person.email;
  return (
    <Stack gap="md">
      {unsent !== null && <SignOutDialog unsent={unsent} onStay={() => setUnsent(null)} />}
      <Text>
        You are signed in as <bdi>{person.name}</bdi> ({person.email}).
        {!isMine &&
          ' This invitation is for another address: sign out, then open its link again as that person.'}
      </Text>
      {problem !== null && <ProblemAlert problem={problem} />}
      <Group gap="sm">
        {isMine && (
          <Button loading={busy} onClick={() => void join()}>
            Join the project
          </Button>
        )}
        <Button
          variant={isMine ? 'default' : 'filled'}
          onClick={() => void run(async () => setUnsent(await signOut()))}
        >
          Sign out
        </Button>
        <Anchor component={Link} href="/">
          Your projects
        </Anchor>
      </Group>
    </Stack>
  );
}
