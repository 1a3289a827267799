'use client';

import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { passwordMessage } from './password-message';

/** A field for a password that somebody chooses, which says how it stands while it is typed. */
export function NewPassword({
  label,
  name,
  fault,
}: {
  label: string;
  name: string;
  /** Why what was sent was refused. */
  fault?: string;
}) {
  const [typed, setTyped] = useState('');
  return (
    <PasswordInput
      label={label}
      name={name}
      required
      withAsterisk={false}
      maxLength={1000}
      autoComplete="new-password"
      description={<span aria-live="polite">{passwordMessage(typed).message}</span>}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={fault}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
