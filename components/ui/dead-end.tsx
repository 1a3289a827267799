import { Anchor, Box, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A page that could not be shown: what happened, and ways on. */
export function DeadEnd({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  /** What to try first, as a button. */
  action?: ReactNode;
}) {
  return (
    <Box maw={488} mx="auto" px={{ base: 16, xs: 24 }} pt="xl" pb={72}>
      <Stack gap="md" align="flex-start">
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text>{children}</Text>
        {action}
        <Anchor href="/" underline="always">
          To your projects
        </Anchor>
      </Stack>
    </Box>
  );
}
