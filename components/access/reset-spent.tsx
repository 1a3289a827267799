import { Anchor, Stack, Text, Title } from '@mantine/core';

/** For a link to reset a password that was used, has expired, or was never made. */
export function ResetSpent() {
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        This link does not work any more
      </Title>
      <Text>
        A link to set a new password works once, within 24 hours. Your password is as it was.{' '}
        <Anchor href="/sign-in" underline="always">
          Sign in
        </Anchor>{' '}
        with it, or{' '}
        <Anchor href="/reset" underline="always">
          get a new link
        </Anchor>
        .
      </Text>
    </Stack>
  );
}
