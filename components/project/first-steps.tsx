'use client';

import { Button, Group, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';

/** What one without projects can do next: look at the demo, or begin one. */
export function FirstSteps() {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const demo = () =>
    run(async () => {
      const { projectId } = await callApi<{ projectId: string }>('POST', '/api/v1/demo');
      router.push(`/projects/${projectId}`);
    });
  return (
    <Stack gap="md" maw={560}>
      <Text>
        You are in no project yet. A project holds articles, a codebook of labels and the people who
        read with it.
      </Text>
      <Text>
        The demo shows what it is like: two invented articles that three analysts have highlighted,
        and not all alike. If a colleague has a project already, ask them for an invitation link.
      </Text>
      {problem && <ProblemAlert problem={problem} />}
      <Group gap="sm">
        <Button component={Link} href="/projects/new">
          New project
        </Button>
        <Button variant="default" loading={busy} onClick={() => void demo()}>
          Make the demo project
        </Button>
      </Group>
    </Stack>
  );
}
