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

/** Makes an account by an invitation, signs in with it and goes to the project. */
export function JoinAsNew({ token, email }: { token: string; email: string | null }) {
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
      // The account stands by now, so nothing that fails after this may say that it does not.
      const isIn = await signIn(person.email, person.password).then(
        () => true,
        () => false,
      );
      window.location.assign(isIn ? project : `/sign-in?next=${encodeURIComponent(project)}`);
    });
  return (
    <Stack gap="md">
      <Text>
        Have you an account here?{' '}
        <Anchor component={Link} href="/sign-in?next=/invitations" underline="always">
          Sign in
        </Anchor>{' '}
        and come back to join with it.
      </Text>
      <Title order={2} size="h3">
        Make an account
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
            Make my account and join
          </SubmitButton>
        </Stack>
      </form>
    </Stack>
  );
}

/** Somebody who comes in by an invitation. */
export type Visitor = { name: string; email: string };

/** What an invitation offers, and the way in: as the one signed in, or as somebody new. */
export function InvitationPage({
  token,
  offer,
  person,
}: {
  token: string;
  offer: InvitationOffer;
  /** The one signed in; null for nobody. */
  person: Visitor | null;
}) {
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2" dir="auto">
          {offer.project}
        </Title>
        <Text mt="xs">
          <bdi>{offer.invitedBy}</bdi> invites you into this project as {roleText[offer.role].one}.{' '}
          {roleSentence(offer.role)}
        </Text>
        <Text size="sm" c="dimmed" mt="xs">
          The invitation is good until <Time at={offer.expiresAt} />
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

/** For an invitation that was used, taken back, has expired, or never was. */
export function InvitationSpent() {
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        This invitation is no longer open
      </Title>
      <Text>
        An invitation lets one person in, and it ends after 14 days. This one was used, was taken
        back or has expired. Ask whoever sent it for a new one.
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
