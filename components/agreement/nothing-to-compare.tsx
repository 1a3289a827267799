import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { may } from '@/lib/access/permission';
import type { ProjectView } from '@/lib/project/project';

/** What somebody of this role can do so that there is something to compare. */
export function nextStep({ role, blind }: Pick<ProjectView, 'role' | 'blind'>): {
  message: string;
  to: '' | '/members';
} {
  if (may(role, 'see every layer'))
    return {
      message:
        'Once two analysts have marked one article, its figures stand here. Invite a second analyst, or ask those who are here to begin.',
      to: '/members',
    };
  if (blind === 'after-submit')
    return {
      message:
        'In this project, the readings of others open to you article by article, once you have submitted your own.',
      to: '',
    };
  if (blind === 'closed')
    return {
      message:
        'In this project, analysts do not see each other’s readings. Its managers see the figures, and can tell you of them.',
      to: '',
    };
  return {
    message: 'Once two analysts have marked one article, its figures stand here.',
    to: '',
  };
}

/** Said in place of figures where there are none: why, and what to do. */
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
            {to === '' ? 'To the articles' : 'To the members'}
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
