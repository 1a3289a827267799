'use client';

import { Anchor, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { PersonFields } from './person-fields';
import { forgetSecret } from '@/components/ui/secret-link';
import { signIn } from './sign-in';
import { callApi } from '@/components/ui/api';
import { fieldsOf } from '@/components/ui/fields-of';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { SubmitButton } from '@/components/ui/submit-button';
import type { AcceptedView } from '@/lib/project/invitation';
import { useAction } from '@/components/ui/use-action';

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
