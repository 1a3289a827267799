'use client';

import { Anchor, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { securityAddress } from './security-filters';

/** The way from a project's settings to its security log. */
export function SecurityLink({ projectId }: { projectId: string }) {
  return (
    <Stack gap="sm" maw={640} align="flex-start">
      <Title order={2} size="h3">
        Security log
      </Title>
      <Text>Who was invited, whose role changed, which settings changed, who exported what.</Text>
      <Anchor component={Link} href={securityAddress(projectId, {})}>
        Open the security log
      </Anchor>
    </Stack>
  );
}
