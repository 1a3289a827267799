'use client';

import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import type { Unsent } from '@/components/outbox/leave-browser';
import { callApi } from '@/components/ui/api';
import { forgetSecret } from '@/components/ui/browser-storage';
import { fieldsOf, SubmitButton } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { roleSentence, roleText } from '@/components/ui/project-text';
import { Time } from '@/components/ui/time';
import { useAction } from '@/components/ui/use-action';
import type { AcceptedView, InvitationOffer } from '@/lib/project/invitation';
import { PersonFields } from './credential-fields';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { SignOutDialog } from './sign-out-dialog';

/** Lets the signed-in user join the project, if the invitation is for them. */
function JoinAsMe({
  token,
  person,
  meant,
}: {
  token: string;
  person: Visitor;
  /** The address that the invitation is limited to; null for any. */
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

/** Creates an account by an invitation, signs in with it and opens the project. */
function JoinAsNew({ token, email }: { token: string; email: string | null }) {
  const { busy, problem, run } = useAction();
  const join = (form: HTMLFormElement) =>
    run(async () => {
      const person = fieldsOf(form, 'name', 'email', 'password');
      const { projectId } = await callApi<AcceptedView>(
        'POST',
        `/api/v1/invitations/${encodeURIComponent(token)}/accept`,
        person,
      );
      forgetSecret('/invitations');
      const project = `/projects/${projectId}`;
      // The account exists by now, so a later failure must not be reported as if it did not.
      const isIn = await signIn(person.email, person.password).then(
        () => true,
        () => false,
      );
      window.location.assign(isIn ? project : `/sign-in?next=${encodeURIComponent(project)}`);
    });
  return (
    <Stack gap="md">
      <Text>
        Do you have an account?{' '}
        <Anchor component={Link} href="/sign-in?next=/invitations" underline="always">
          Sign in
        </Anchor>{' '}
        and come back to join with it.
      </Text>
      <Title order={2} size="h3">
        Create an account
      </Title>
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void join(event.currentTarget);
        }}
      >
        <Stack gap="md">
          <PersonFields problem={problem} email={email ?? undefined} />
          {problem !== null && <ProblemAlert problem={problem} />}
          <SubmitButton loading={busy} mt="xs">
            Create account and join
          </SubmitButton>
        </Stack>
      </form>
    </Stack>
  );
}

/** The signed-in user on an invitation's page. */
type Visitor = { name: string; email: string };

/** An invitation's page: what it offers, and how to join, as the signed-in user or as a new one. */
export function InvitationPage({
  token,
  offer,
  person,
}: {
  token: string;
  offer: InvitationOffer;
  /** The signed-in user; null where nobody is signed in. */
  person: Visitor | null;
}) {
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2" dir="auto">
          {offer.project}
        </Title>
        <Text mt="xs">
          <bdi>{offer.invitedBy}</bdi> invites you to join this project as{' '}
          {roleText[offer.role].one}. {roleSentence(offer.role)}
        </Text>
        <Text size="sm" c="dimmed" mt="xs">
          The invitation is valid until <Time at={offer.expiresAt} />
          {offer.email === null ? '' : `, and only for ${offer.email}`}.
        </Text>
      </div>
      {person === null ? (
        <JoinAsNew token={token} email={offer.email} />
      ) : (
        <JoinAsMe token={token} person={person} meant={offer.email} />
      )}
    </Stack>
  );
}

/** The page of an invitation that was used or revoked, has expired or never existed. */
export function InvitationSpent() {
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        This invitation is no longer open
      </Title>
      <Text>
        An invitation lets one person join, within 14 days. This one was used, was revoked or has
        expired. Whoever sent it can send you a new one.
      </Text>
      <Text>
        If it was you who used it, you find the project under{' '}
        <Anchor component={Link} href="/" underline="always">
          your projects
        </Anchor>
        .
      </Text>
    </Stack>
  );
}
