'use client';

import { Anchor, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';

/** Said to one who cannot add articles here. */
export function IntakeClosed({ projectId, why }: { projectId: string; why: string }) {
  return (
    <Stack gap="sm">
      <Title order={1} size="h2">
        Add an article
      </Title>
      <Text>{why}</Text>
      <Anchor component={Link} href={`/projects/${projectId}`}>
        Back to the project
      </Anchor>
    </Stack>
  );
}
