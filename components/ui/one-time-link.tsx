'use client';

import { Alert, Button, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** A link that is shown only once, with a button to copy it. */
export function OneTimeLink({
  title,
  label,
  url,
  children,
  onClose,
  field: given,
}: {
  title: string;
  /** The label of the field with the link. */
  label: string;
  url: string;
  /** What the link does, and until when. */
  children: ReactNode;
  onClose: () => void;
  /** A ref to the field, for callers that focus it. */
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
