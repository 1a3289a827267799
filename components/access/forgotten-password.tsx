'use client';

import { Alert, Anchor, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { callApi } from '@/components/ui/api';
import { fieldsOf } from '@/components/ui/fields-of';
import { focusFault } from '@/components/ui/focus-fault';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { useAction } from '@/components/ui/use-action';

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
