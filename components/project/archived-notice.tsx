'use client';

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';

/** Says to an owner that the project is put away, and brings it back. */
export function ArchivedNotice({ projectId }: { projectId: string }) {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const bringBack = async () => {
    const path = `/api/v1/projects/${projectId}`;
    if (await run(() => callApi('PATCH', path, { archived: false }))) router.refresh();
  };
  return (
    <Alert variant="light" title="This project is archived">
      <Stack gap="sm">
        <Text size="sm">
          Everything in it is kept. Only its owners see it, and nothing in it can be changed until
          it is brought back.
        </Text>
        {problem && <ProblemAlert problem={problem} />}
        <Group>
          <Button variant="default" loading={busy} onClick={() => void bringBack()}>
            Bring the project back
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
