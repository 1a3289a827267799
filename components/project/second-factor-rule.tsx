'use client';

import { Stack, Switch, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';

/** Whether a project is open only to members with a second factor; changed at once. */
export function SecondFactorRule({ path, required }: { path: string; required: boolean }) {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const change = async (requireSecondFactor: boolean) => {
    if (await run(() => callApi('PATCH', path, { requireSecondFactor }))) router.refresh();
  };
  return (
    <Stack gap="sm" maw={640} component="section" aria-labelledby="rule-title">
      <Title order={2} size="h3" id="rule-title">
        Who may come in
      </Title>
      <Switch
        label="Ask every member for a second factor"
        description="Members without one can neither read nor write here, on pages or by tokens, until they have set it up on their account page."
        checked={required}
        disabled={busy}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
      {problem !== null && <ProblemAlert problem={problem} />}
    </Stack>
  );
}
