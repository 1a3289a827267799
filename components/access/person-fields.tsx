'use client';

import { TextInput } from '@mantine/core';
import type { ApiProblem } from '@/components/ui/api';
import { NewPassword } from './new-password';

/** Name, e-mail and password of somebody who joins, as form fields of these names. */
export function PersonFields({ problem, email }: { problem: ApiProblem | null; email?: string }) {
  const fault = (path: string) => problem?.errors.find((error) => error.path === path)?.message;
  return (
    <>
      <TextInput
        label="Name"
        description="As others in your projects will read it."
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
