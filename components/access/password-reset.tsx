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
            <Alert color="accent" title="Look into your mailbox">
              If somebody with a password has the address <bdi>{sentTo}</bdi> here, a link is on its
              way to it. It works once, within 24 hours. If none comes, ask an owner of your project
              for a link.
            </Alert>
          )}
        </div>
      </Stack>
    </form>
  );
}

/** For somebody who has forgotten their password: a link by mail, or whom to ask for one. */
export function ForgottenPassword({ byMail }: { byMail: boolean }) {
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          Forgot your password?
        </Title>
        <Text mt="xs">
          {byMail
            ? 'You get a link by mail, with which you set a new one.'
            : 'Ask an owner or a manager of your project: they can make a link for you, with which you set a new one. Whoever runs this server can, too.'}
        </Text>
      </div>
      {byMail && <MailForm />}
      <Text size="sm">
        <Anchor href="/sign-in" underline="always">
          Back to signing in
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

/** For a link to reset a password that was used, has expired, or was never made. */
export function ResetSpent() {
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        This link does not work any more
      </Title>
      <Text>
        A link to set a new password works once, within 24 hours. Your password is as it was.{' '}
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
