import { Anchor, Stack, Text, Title } from '@mantine/core';

/** For a welcome link that was used, replaced by a newer one, or never made. */
export function WelcomeSpent() {
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        This welcome link does not work
      </Title>
      <Text>
        It works once, and only the newest one. If the first account has been made,{' '}
        <Anchor href="/sign-in" underline="always">
          sign in
        </Anchor>{' '}
        with it. If not, start the server again: it prints a new link.
      </Text>
    </Stack>
  );
}
