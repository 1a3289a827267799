'use client';

import {
  Alert,
  Anchor,
  Button,
  Divider,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useRef, useState } from 'react';
import { fieldsOf, SubmitButton } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import type { SignInMessage } from './access-messages';
import { CodeField } from './credential-fields';
import { signIn, signInElsewhere } from './sign-in';

/** Why the last sign-in at another site failed. */
function SignInFailed({ message }: { message: SignInMessage }) {
  return (
    <Alert role="alert" color="red" title={message.title}>
      {message.detail}
    </Alert>
  );
}

/** Signing in by e-mail and password, or at other sites where the server has them. */
export function SignInForm({
  next,
  ways,
  failed,
}: {
  next: string;
  ways: { id: string; name: string }[];
  /** Why the last sign-in at another site failed. */
  failed: SignInMessage | null;
}) {
  const password = useRef<HTMLInputElement>(null);
  const { busy, problem, run, forget } = useAction();
  const [wantsCode, setWantsCode] = useState(false);
  const enter = async (form: HTMLFormElement) => {
    const sent = fieldsOf(form, 'email', 'password', 'code');
    const isSent = await run(async () => {
      if (await signIn(sent.email, sent.password, sent.code)) window.location.assign(next);
      else setWantsCode(true);
    });
    if (isSent) return;
    if (wantsCode) form.querySelector<HTMLInputElement>('[name="code"]')?.select();
    else password.current?.select();
  };
  const startAgain = () => {
    forget();
    setWantsCode(false);
  };
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        Sign in
      </Title>
      {problem === null && failed !== null && <SignInFailed message={failed} />}
      {problem !== null && <ProblemAlert problem={problem} />}
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void enter(event.currentTarget);
        }}
      >
        <Stack gap="md" hidden={wantsCode} display={wantsCode ? 'none' : undefined}>
          <TextInput
            label="E-mail"
            name="email"
            type="email"
            required
            withAsterisk={false}
            autoComplete="username"
          />
          <PasswordInput
            ref={password}
            label="Password"
            name="password"
            required
            withAsterisk={false}
            autoComplete="current-password"
          />
        </Stack>
        {wantsCode && (
          <Stack gap="md">
            <Text size="sm">
              Your password is correct. Now enter the code that your authenticator app shows, or one
              of your recovery codes.
            </Text>
            <CodeField label="Code" />
          </Stack>
        )}
        <SubmitButton loading={busy} fullWidth mt="lg">
          Sign in
        </SubmitButton>
        {wantsCode && (
          <Button variant="subtle" fullWidth mt="xs" onClick={startAgain}>
            Start again
          </Button>
        )}
      </form>
      {ways.length > 0 && !wantsCode && (
        <>
          <Divider label="or" />
          <Stack gap="xs">
            {ways.map(({ id, name }) => (
              <Button
                key={id}
                variant="default"
                disabled={busy}
                onClick={() => void run(() => signInElsewhere(id, next))}
              >
                Sign in with {name}
              </Button>
            ))}
          </Stack>
        </>
      )}
      <Text size="sm">
        <Anchor href="/reset" underline="always">
          Forgot your password?
        </Anchor>
      </Text>
      <Text size="sm" c="dimmed">
        No account? You can join Parallax by invitation: a manager of your project can send you a
        link.
      </Text>
    </Stack>
  );
}
