'use client';

import { Anchor, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { fieldsOf } from '@/components/ui/fields-of';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { useDeed } from '@/components/ui/use-deed';
import { continueSignIn } from './sign-in';

/** Asks somebody for whom another site has vouched for the password of the account, once. */
export function ContinueForm({ provider, email }: { provider: string; email: string }) {
  const { busy, problem, run } = useDeed();
  const enter = async (form: HTMLFormElement) => {
    const { password } = fieldsOf(form, 'password');
    const isIn = await run(async () => window.location.assign(await continueSignIn({ password })));
    if (!isIn) form.querySelector<HTMLInputElement>('[name="password"]')?.select();
  };
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        Is this your account?
      </Title>
      <Text>
        There is an account here with the address <strong>{email}</strong> and a password. Give the
        password once; from then on you can sign in with {provider} alone.
      </Text>
      {problem !== null && <ProblemAlert problem={problem} />}
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void enter(event.currentTarget);
        }}
      >
        <Stack gap="md">
          <input
            hidden
            type="text"
            name="username"
            autoComplete="username"
            value={email}
            readOnly
          />
          <PasswordInput
            label="Password of the account"
            name="password"
            required
            withAsterisk={false}
            autoComplete="current-password"
          />
          <SubmitButton loading={busy} fullWidth mt="xs">
            Link and sign in
          </SubmitButton>
        </Stack>
      </form>
      <Text size="sm" c="dimmed">
        If you never made this account, somebody else has used your address. Do not go on; tell
        whoever runs this server. <Anchor href="/sign-in">Back to signing in</Anchor>
      </Text>
    </Stack>
  );
}
