'use client';

import { TextInput } from '@mantine/core';

/** A field for a code of an authenticator app, or a recovery code, by the name `code`. */
export function CodeField({ label, fault }: { label: string; fault?: string }) {
  return (
    <TextInput
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
      autoFocus
    />
  );
}
