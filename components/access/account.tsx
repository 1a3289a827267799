import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TokenView } from '@/lib/access/token';
import { PasswordChange } from './password-change';
import { SessionsEnd } from './sessions-end';
import { Tokens } from './tokens';

/** Everything about the reader's own account. */
export function Account({
  person,
  tokens,
  children,
}: {
  person: { name: string; email: string };
  tokens: readonly TokenView[];
  /** What else there is of the account, at its end. */
  children?: ReactNode;
}) {
  return (
    <Stack gap={48}>
      <div>
        <Title order={1} size="h2">
          Account
        </Title>
        <Text mt="xs">
          Signed in as <strong dir="auto">{person.name}</strong>, {person.email}
        </Text>
      </div>
      <Tokens tokens={tokens} />
      <PasswordChange email={person.email} />
      <SessionsEnd />
      {children}
    </Stack>
  );
}
