'use client';

import { Anchor, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';

/** For an invitation that was used, taken back, has expired, or never was. */
export function InvitationSpent() {
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        This invitation is no longer open
      </Title>
      <Text>
        An invitation lets one person in, and it ends after 14 days. This one was used, was taken
        back or has expired. Ask whoever sent it for a new one.
      </Text>
      <Text>
        If it was you who used it, you find the project under{' '}
        <Anchor component={Link} href="/" underline="always">
          your projects
        </Anchor>
        .
      </Text>
    </Stack>
  );
}
