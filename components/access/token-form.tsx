'use client';

import {
  Checkbox,
  Fieldset,
  Group,
  Input,
  NativeSelect,
  Stack,
  TextInput,
  Title,
} from '@mantine/core';
import { useRef } from 'react';
import { callApi } from '@/components/ui/api';
import { fieldsOf, focusFault, SubmitButton } from '@/components/ui/form';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import type { NewTokenView } from '@/lib/access/token';
import { endOfTerm, tokenTerms } from './access-messages';
import { useProved } from './proof';

/** The form that creates a personal access token. */
export function TokenForm({ onMade }: { onMade: (made: NewTokenView) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const proved = useProved();
  const { busy, problem, run } = useAction();
  const fault = (path: string) =>
    problem?.errors.find((error) => error.path.split('.')[0] === path)?.message;
  const make = async (sent: HTMLFormElement) => {
    const isMade = await run(async () => {
      const { name, term, read, write } = fieldsOf(sent, 'name', 'term', 'read', 'write');
      const input = {
        name,
        scopes: [read, write].filter((scope) => scope !== ''),
        expiresAt: endOfTerm(term, new Date()),
      };
      const made = await proved(() => callApi<NewTokenView>('POST', '/api/v1/tokens', input));
      form.current?.reset();
      onMade(made);
    });
    if (!isMade) focusFault(sent);
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void make(event.currentTarget);
      }}
    >
      <Stack gap="md" maw={440}>
        <Title order={3} size="h4">
          Create a token
        </Title>
        <TextInput
          label="Name"
          description="What it is for, so that you know later which to revoke."
          name="name"
          required
          maxLength={200}
          autoComplete="off"
          dir="auto"
          error={fault('name')}
        />
        <Fieldset
          legend="What it may do"
          variant="unstyled"
          mx={0}
          p={0}
          styles={{ legend: { padding: 0 } }}
        >
          <Group gap="lg" mt={6}>
            <Checkbox name="read" value="read" label="Read" defaultChecked />
            <Checkbox name="write" value="write" label="Write" />
          </Group>
          {fault('scopes') !== undefined && <Input.Error mt={6}>{fault('scopes')}</Input.Error>}
        </Fieldset>
        <NativeSelect
          label="Valid for"
          name="term"
          data={tokenTerms}
          defaultValue="90"
          error={fault('expiresAt')}
        />
        {problem !== null && <ProblemAlert problem={problem} />}
        <div>
          <SubmitButton loading={busy}>Create token</SubmitButton>
        </div>
      </Stack>
    </form>
  );
}
