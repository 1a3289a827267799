'use client';

import { Alert, Button, CopyButton, Group, SimpleGrid, Text } from '@mantine/core';

/** Recovery codes that were just made; the only time that they are shown. */
export function RecoveryCodes({
  codes,
  onPutAway,
}: {
  codes: readonly string[];
  onPutAway: () => void;
}) {
  return (
    <Alert role="status" color="accent" title="Keep these recovery codes: they are not shown again">
      <Text size="sm">
        Each opens your account once without the app. Print them, or keep them where you keep
        passwords, and not on the device that has the app.
      </Text>
      <SimpleGrid
        component="ul"
        cols={{ base: 1, sm: 2 }}
        spacing={4}
        my="sm"
        p={0}
        style={{ listStyle: 'none', fontFamily: 'var(--mantine-font-family-monospace)' }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </SimpleGrid>
      <Group gap="xs">
        <CopyButton value={codes.join('\n')} timeout={3000}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy all'}</Button>}
        </CopyButton>
        <Button variant="default" onClick={onPutAway}>
          I have kept them
        </Button>
      </Group>
    </Alert>
  );
}
