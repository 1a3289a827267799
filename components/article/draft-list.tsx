'use client';

import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import { useAction } from '@/components/ui/use-action';
import type { DraftView } from '@/lib/article/article-draft';

/** The drafts of a project, with links to their pages; or the archived ones. */
export function DraftList({ drafts, archived }: { drafts: DraftView[]; archived: boolean }) {
  const router = useRouter();
  const { busy, problem, run } = useAction();
  const put = (id: string) =>
    run(async () => {
      await callApi('PATCH', `/api/v1/drafts/${id}`, { archived: !archived });
      router.refresh();
    });
  if (drafts.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-label="Being prepared">
      <Title order={2} size="h4">
        {archived ? 'Archived drafts' : 'Being prepared'}
      </Title>
      <List listStyleType="none" spacing="xs">
        {drafts.map(({ id, projectId, title, begunBy, createdAt }) => (
          <List.Item key={id}>
            <Group gap="sm">
              {archived ? (
                <Text dir="auto">{title}</Text>
              ) : (
                <Anchor component={Link} href={`/projects/${projectId}/drafts/${id}`} dir="auto">
                  {title}
                </Anchor>
              )}
              <Text size="sm" c="dimmed">
                started by {begunBy} · <Time at={createdAt} />
              </Text>
              <Button
                variant="subtle"
                size="compact-sm"
                disabled={busy}
                aria-label={`${archived ? 'Restore' : 'Archive'} ${title}`}
                onClick={() => void put(id)}
              >
                {archived ? 'Restore' : 'Archive'}
              </Button>
            </Group>
          </List.Item>
        ))}
      </List>
      {problem && <ProblemAlert problem={problem} />}
    </Stack>
  );
}
