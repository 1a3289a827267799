import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { may } from '@/lib/access/permission';
import type { ProjectView } from '@/lib/project/project';

/** What a user of this role can do so that there is something to compare. */
export function nextStep({ role, blind }: Pick<ProjectView, 'role' | 'blind'>): {
  message: string;
  to: '' | '/members';
} {
  if (may(role, 'see every layer'))
    return {
      message:
        'Once two analysts have annotated the same article, its figures appear here. Invite a second analyst, or ask the present ones to start.',
      to: '/members',
    };
  if (blind === 'after-submit')
    return {
      message:
        'In this project you see the annotations of others article by article, once you have submitted your own.',
      to: '',
    };
  if (blind === 'closed')
    return {
      message:
        'In this project analysts do not see each other’s annotations. Its managers see the figures and can share them with you.',
      to: '',
    };
  return {
    message: 'Once two analysts have annotated the same article, its figures appear here.',
    to: '',
  };
}

/** Shown in place of the figures where there are none: why, and what to do. */
export function NothingToCompare({
  project,
  reason,
  onClear,
}: {
  project: Pick<ProjectView, 'id' | 'role' | 'blind'>;
  reason: string;
  /** Null while nothing is filtered. */
  onClear: (() => void) | null;
}) {
  const { message, to } = nextStep(project);
  return (
    <Stack gap="sm" align="flex-start" maw="36rem">
      <Title order={2} size="h3">
        Nothing to compare yet
      </Title>
      <Text>{reason}</Text>
      {onClear === null ? (
        <>
          <Text>{message}</Text>
          <Anchor component={Link} href={`/projects/${project.id}${to}`}>
            {to === '' ? 'Go to articles' : 'Go to members'}
          </Anchor>
        </>
      ) : (
        <Button variant="default" onClick={onClear}>
          Clear all filters
        </Button>
      )}
    </Stack>
  );
}
