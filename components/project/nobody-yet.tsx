'use client';

import { Code, Stack, Text, Title } from '@mantine/core';

/** What stands on the first page while nobody has come in: where to find the way in. */
export function NobodyYet() {
  return (
    <Stack gap="md" maw={560}>
      <Title order={1} size="h2">
        Nobody is here yet
      </Title>
      <Text>
        Whoever started this server finds a welcome link in its output, in the window where{' '}
        <Code>npm start</Code> runs. It begins with <Code>…/welcome/</Code>. Open it to become the
        first owner.
      </Text>
      <Text>
        If the link is lost, stop the server and start it again: it prints a new one, and the old
        one no longer works.
      </Text>
    </Stack>
  );
}
