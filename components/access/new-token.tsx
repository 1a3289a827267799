'use client';

import { Alert, Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { NewTokenView } from '@/lib/access/token';

/** The secret of a token that was just made; the only time that it is shown. */
export function NewToken({ made, onPutAway }: { made: NewTokenView; onPutAway: () => void }) {
  return (
    <Alert role="status" color="accent" title="Copy this token now: it is not shown again">
      <Group gap="xs" align="flex-end" mt="xs">
        <TextInput
          label="Token"
          value={made.token}
          readOnly
          flex={1}
          miw={220}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={made.token} timeout={3000}>
          {({ copied, copy }) => (
            <Button
              onClick={copy}
              leftSection={
                copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
              }
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onPutAway}>
          Put away
        </Button>
      </Group>
    </Alert>
  );
}
