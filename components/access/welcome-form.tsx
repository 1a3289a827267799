'use client';

import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { useAction } from '@/components/ui/use-action';
import { callApi } from '@/components/ui/api';
import { fieldsOf } from '@/components/ui/fields-of';
import { focusFault } from '@/components/ui/focus-fault';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { PersonFields } from './person-fields';
import { forgetSecret } from '@/components/ui/secret-link';
import { signIn } from './sign-in';

/** The first page of a new Parallax: makes the first owner, signs them in, and fills a demo if asked. */
export function WelcomeForm({ secret }: { secret: string }) {
  const { busy, problem, run } = useAction();
  const join = async (form: HTMLFormElement) => {
    const isDone = await run(async () => {
      const { demo, ...person } = fieldsOf(form, 'name', 'email', 'password', 'demo');
      await callApi('POST', `/api/v1/welcome/${encodeURIComponent(secret)}`, person);
      forgetSecret('/welcome');
      // The account stands by now, so nothing that fails after this may say that it does not.
      const isIn = await signIn(person.email, person.password).then(
        () => true,
        () => false,
      );
      if (!isIn) return window.location.assign('/sign-in');
      if (demo === '') return window.location.assign('/');
      const made = await callApi<{ projectId: string }>('POST', '/api/v1/demo').catch(() => null);
      window.location.assign(made === null ? '/' : `/projects/${made.projectId}`);
    });
    if (!isDone) focusFault(form);
  };
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          Welcome to Parallax
        </Title>
        <Text mt="xs">
          You are the first here. Make your account; it will own what you begin, and you can invite
          others into it.
        </Text>
      </div>
      <form
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void join(event.currentTarget);
        }}
      >
        <Stack gap="md">
          <PersonFields problem={problem} />
          <Checkbox
            name="demo"
            value="yes"
            defaultChecked
            label="Fill a demo project, so that I see something at once"
            description="Two invented articles, read by three invented analysts who do not agree."
          />
          {problem !== null && <ProblemAlert problem={problem} />}
          <SubmitButton loading={busy} mt="xs">
            Make my account
          </SubmitButton>
        </Stack>
      </form>
    </Stack>
  );
}
