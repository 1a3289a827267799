'use client';

import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';

/**
 * A field for a code of an authenticator app, or a recovery code, by the name `code`. It is what
 * somebody has just been asked for, so it takes focus when it comes.
 */
export function CodeField({ label, fault }: { label: string; fault?: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <TextInput
      ref={field}
      label={label}
      name="code"
      required
      withAsterisk={false}
      maxLength={64}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      error={fault}
      data-autofocus
    />
  );
}
