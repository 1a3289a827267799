'use client';

import { Alert, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { callApi } from '@/components/ui/api';
import { fieldsOf, focusFault, SubmitButton } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import { HiddenUsername, NewPassword } from './credential-fields';

/** Changes the viewer's password. All other browsers are signed out; this one stays signed in. */
export function PasswordChange({ email }: { email: string }) {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const [times, setTimes] = useState(0);
  const fault = (path: string) => problem?.errors.find((error) => error.path === path)?.message;
  const change = async (form: HTMLFormElement) => {
    const { current, next } = fieldsOf(form, 'current', 'next');
    const isDone = await run(() => callApi('POST', '/api/v1/me/password', { current, next }));
    if (!isDone) return focusFault(form);
    setTimes((before) => before + 1);
    router.refresh();
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="password-title">
      <Title order={2} size="h3" id="password-title">
        Password
      </Title>
      <Text size="sm" c="dimmed">
        A new password signs you out everywhere else. Your access tokens stay valid.
      </Text>
      <form
        key={times}
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void change(event.currentTarget);
        }}
      >
        <Stack gap="md" maw={440}>
          <HiddenUsername email={email} />
          <PasswordInput
            label="Current password"
            name="current"
            required
            withAsterisk={false}
            autoComplete="current-password"
            error={fault('current')}
          />
          <NewPassword label="New password" name="next" fault={fault('next')} />
          {problem !== null && <ProblemAlert problem={problem} />}
          <div>
            <SubmitButton variant="default" loading={busy}>
              Change password
            </SubmitButton>
          </div>
        </Stack>
      </form>
      <div role="status">
        {times > 0 && (
          <Alert maw={440} color="accent" title="Password changed">
            You are still signed in here, and signed out everywhere else.
          </Alert>
        )}
      </div>
    </Stack>
  );
}
