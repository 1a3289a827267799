'use client';

import { TextInput, PasswordInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '@/components/ui/api';
import { passwordMessage } from './access-messages';

/**
 * A field named `code` for a code of an authenticator app or a recovery code. It takes focus when it
 * appears.
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

/** A hidden field that tells password managers which account a form is for. */
export function HiddenUsername({ email }: { email: string }) {
  return (
    <input hidden type="text" name="username" autoComplete="username" value={email} readOnly />
  );
}

/** A field for a new password, with feedback while it is typed. */
export function NewPassword({
  label,
  name,
  fault,
}: {
  label: string;
  name: string;
  /** Why the server refused the last one. */
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

/** The form fields `name`, `email` and `password` of a new user. */
export function PersonFields({ problem, email }: { problem: ApiProblem | null; email?: string }) {
  const fault = (path: string) => problem?.errors.find((error) => error.path === path)?.message;
  return (
    <>
      <TextInput
        label="Name"
        description="As others in your projects see it."
        name="name"
        required
        withAsterisk={false}
        maxLength={200}
        autoComplete="name"
        dir="auto"
        error={fault('name')}
      />
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        required
        withAsterisk={false}
        maxLength={300}
        autoComplete="username"
        defaultValue={email}
        error={fault('email')}
      />
      <NewPassword label="Password" name="password" fault={fault('password')} />
    </>
  );
}
