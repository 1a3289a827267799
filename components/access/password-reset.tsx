'use client';

import { Alert, Anchor, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { callApi } from '@/components/ui/api';
import { forgetSecret } from '@/components/ui/browser-storage';
import { fieldsOf, focusFault, SubmitButton } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import { HiddenUsername, NewPassword } from './credential-fields';
import { signIn } from './sign-in';

function MailForm() {
  const { busy, problem, run } = useAction();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const fault = problem?.errors.find(({ path }) => path === 'email')?.message;
  const send = async (form: HTMLFormElement) => {
    const { email } = fieldsOf(form, 'email');
    const isDone = await run(() => callApi('POST', '/api/v1/password-resets', { email }));
    if (isDone) setSentTo(email);
    else focusFault(form);
  };
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      <Stack gap="md">
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          required
          withAsterisk={false}
          autoComplete="username"
          error={fault}
        />
        {problem !== null && <ProblemAlert problem={problem} />}
        <SubmitButton loading={busy}>Send me a link</SubmitButton>
        <div role="status">
          {sentTo !== null && (
            <Alert color="accent" title="Check your mailbox">
              If there is an account with a password for <bdi>{sentTo}</bdi>, a link is on its way
              to it. It works once, within 24 hours. If none arrives, an owner of your project can
              give you one.
            </Alert>
          )}
        </div>
      </Stack>
    </form>
  );
}

/** The page for a forgotten password: a link by mail, or whom to ask for one. */
export function ForgottenPassword({ byMail }: { byMail: boolean }) {
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          Forgot your password?
        </Title>
        <Text mt="xs">
          {byMail
            ? 'You get a link by e-mail to set a new one.'
            : 'Ask an owner or a manager of your project: they can create a link for you to set a new one. Whoever runs this server can do so, too.'}
        </Text>
      </div>
      {byMail && <MailForm />}
      <Text size="sm">
        <Anchor href="/sign-in" underline="always">
          Back to sign-in
        </Anchor>
      </Text>
    </Stack>
  );
}

/** Sets a new password by a one-time link, and signs in with it. */
export function ResetForm({ secret, email }: { secret: string; email: string }) {
  const { busy, problem, run } = useAction();
  const fault = problem?.errors.find(({ path }) => path === 'password')?.message;
  const send = async (form: HTMLFormElement) => {
    const isDone = await run(async () => {
      const { password } = fieldsOf(form, 'password');
      await callApi('POST', '/api/v1/password-resets/accept', { secret, password });
      forgetSecret('/reset');
      // The password is set by now, so a later failure must not be reported as if it were not.
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
          stay valid until you revoke them on your account page.
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

/** The page of a password reset link that was used, has expired or never existed. */
export function ResetSpent() {
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        This link is no longer valid
      </Title>
      <Text>
        A link to set a new password works once, within 24 hours. Your password is unchanged.{' '}
        <Anchor href="/sign-in" underline="always">
          Sign in
        </Anchor>{' '}
        with it, or{' '}
        <Anchor href="/reset" underline="always">
          get a new link
        </Anchor>
        .
      </Text>
    </Stack>
  );
}
