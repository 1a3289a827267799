'use client';

import { Stack, Text, Title } from '@mantine/core';
import { callApi } from '@/components/ui/api';
import { fieldsOf } from '@/components/ui/fields-of';
import { focusFault } from '@/components/ui/focus-fault';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';
import { HiddenUsername } from './hidden-username';
import { NewPassword } from './new-password';
import { forgetSecret } from '@/components/ui/secret-link';
import { signIn } from './sign-in';

/** Sets a new password by a one-time link, and signs in with it. */
export function ResetForm({ secret, email }: { secret: string; email: string }) {
  const { busy, problem, run } = useAction();
  const fault = problem?.errors.find(({ path }) => path === 'password')?.message;
  const send = async (form: HTMLFormElement) => {
    const isDone = await run(async () => {
      const { password } = fieldsOf(form, 'password');
      await callApi('POST', '/api/v1/password-resets/accept', { secret, password });
      forgetSecret('/reset');
      // The password is set by now, so nothing that fails after this may say that it is not.
      const isIn = await signIn(email, password).then(
        () => true,
        () => false,
      );
      window.location.assign(isIn ? '/' : '/sign-in');
    });
    if (!isDone) focusFault(form);
  };
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          Set a new password
        </Title>
        <Text mt="xs">
          For the account of <bdi>{email}</bdi>. You are signed out everywhere else; access tokens
          go on working until you revoke them on your account page.
        </Text>
      </div>
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <Stack gap="md">
          <HiddenUsername email={email} />
          <NewPassword label="New password" name="password" fault={fault} />
          {problem !== null && <ProblemAlert problem={problem} />}
          <SubmitButton loading={busy}>Set password and sign in</SubmitButton>
        </Stack>
      </form>
    </Stack>
  );
}
