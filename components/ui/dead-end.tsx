import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from './page';

/** A page that could not be shown: what happened, and ways on. */
export function DeadEnd({
  title,
  children,
  deed,
}: {
  title: string;
  children: ReactNode;
  /** What to try first, as a button. */
  deed?: ReactNode;
}) {
  return (
    <Page width="form">
      <Stack gap="md" align="flex-start">
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text>{children}</Text>
        {deed}
        <Anchor href="/" underline="always">
          To your projects
        </Anchor>
      </Stack>
    </Page>
  );
}
