'use client';

import { Anchor, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { fieldsOf, SubmitButton } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import { HiddenUsername, CodeField } from './credential-fields';
import { continueSignIn } from './sign-in';

/** What the server requires besides the other site's sign-in. */
type Wanted = 'password' | 'code';

/** After signing in at another site: asks once for the account's password, or for a code. */
export function ContinueForm({
  provider,
  email,
  wants,
}: {
  provider: string;
  email: string;
  wants: Wanted;
}) {
  const [wantsCode, setWantsCode] = useState(wants === 'code');
  const { busy, problem, run } = useAction();
  const enter = async (form: HTMLFormElement) => {
    const { password, code } = fieldsOf(form, 'password', 'code');
    const isSent = await run(async () => {
      const next = await continueSignIn({ password, code });
      if (next === null) setWantsCode(true);
      else window.location.assign(next);
    });
    const name = wantsCode ? 'code' : 'password';
    if (!isSent) form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.select();
  };
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        {wantsCode ? 'Your second factor' : 'Is this your account?'}
      </Title>
      {wantsCode ? (
        <Text>
          {provider} has confirmed who you are. Now enter the code that your authenticator app
          shows, or one of your recovery codes.
        </Text>
      ) : (
        <Text>
          There is an account with the address <strong>{email}</strong> and a password. Enter the
          password once; from then on you can sign in with {provider} alone.
        </Text>
      )}
      {problem !== null && <ProblemAlert problem={problem} />}
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void enter(event.currentTarget);
        }}
      >
        <Stack gap="md">
          {wants === 'password' && (
            <div hidden={wantsCode}>
              <HiddenUsername email={email} />
              <PasswordInput
                label="Password of the account"
                name="password"
                required
                withAsterisk={false}
                autoComplete="current-password"
              />
            </div>
          )}
          {wantsCode && <CodeField label="Code" />}
          <SubmitButton loading={busy} fullWidth mt="xs">
            {wants === 'password' ? 'Link and sign in' : 'Sign in'}
          </SubmitButton>
        </Stack>
      </form>
      <Text size="sm" c="dimmed">
        {!wantsCode &&
          'If you never created this account, somebody else has used your address. Do not continue; inform whoever runs this server. '}
        <Anchor href="/sign-in" underline="always">
          Back to sign-in
        </Anchor>
      </Text>
    </Stack>
  );
}
