'use client';

import { Checkbox, Stack, Text, Title, Anchor } from '@mantine/core';
import { callApi } from '@/components/ui/api';
import { forgetSecret } from '@/components/ui/browser-storage';
import { fieldsOf, focusFault, SubmitButton } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import { PersonFields } from './credential-fields';
import { signIn } from './sign-in';

/**
 * The first page of a new installation: creates the first owner, signs them in, and creates the
 * demo if wanted.
 */
export function WelcomeForm({ secret }: { secret: string }) {
  const { busy, problem, run } = useAction();
  const join = async (form: HTMLFormElement) => {
    const isDone = await run(async () => {
      const { demo, ...person } = fieldsOf(form, 'name', 'email', 'password', 'demo');
      await callApi('POST', `/api/v1/welcome/${encodeURIComponent(secret)}`, person);
      forgetSecret('/welcome');
      // The account exists by now, so a later failure must not be reported as if it did not.
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
          You are the first user. Create your account; you own the projects that you create, and you
          can invite others to them.
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
            label="Create a demo project, to have something to look at"
            description="Two invented articles, annotated by three invented analysts who do not always agree."
          />
          {problem !== null && <ProblemAlert problem={problem} />}
          <SubmitButton loading={busy} mt="xs">
            Create account
          </SubmitButton>
        </Stack>
      </form>
    </Stack>
  );
}

/** The page of a welcome link that was used, replaced by a newer one, or never existed. */
export function WelcomeSpent() {
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        This welcome link does not work
      </Title>
      <Text>
        It works once, and only the newest one. If the first account has been created,{' '}
        <Anchor href="/sign-in" underline="always">
          sign in
        </Anchor>{' '}
        with it. If not, start the server again: it prints a new link.
      </Text>
    </Stack>
  );
}
