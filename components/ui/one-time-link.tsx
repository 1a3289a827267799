'use client';

import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** A link that is shown this once, ready to copy. */
export function OneTimeLink({
  title,
  label,
  url,
  children,
  onClose,
  field: given,
}: {
  title: string;
  /** The name of the field that holds it. */
  label: string;
  url: string;
  /** What it does, and how long. */
  children: ReactNode;
  onClose: () => void;
  /** The field, for those who give it focus. */
  field?: RefObject<HTMLInputElement | null>;
}) {
  const own = useRef<HTMLInputElement>(null);
  const field = given ?? own;
  useEffect(() => field.current?.focus(), [field, url]);
  return (
    <Alert variant="light" title={title}>
      <Stack gap="sm">
        <Text size="sm">{children}</Text>
        <TextInput
          ref={field}
          readOnly
          aria-label={label}
          value={url}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Group gap="sm">
          <CopyButton value={url} timeout={4000}>
            {({ copied, copy }) => (
              <Button onClick={copy}>{copied ? 'Copied' : 'Copy link'}</Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onClose}>
            Done
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
