import type { AccountView } from '@/lib/access/person';
import { Alert, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SessionView } from '@/lib/access/session';
import type { TokenView } from '@/lib/access/token';
import { PasswordChange } from './password-change';
import { ProofProvider } from './proof';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';
import { Tokens } from './tokens';

/** The account page of the viewer. */
export function Account({
  account,
  tokens,
  sessions,
  providers,
  wantsFactor,
  children,
}: {
  account: AccountView;
  tokens: readonly TokenView[];
  sessions: readonly SessionView[];
  /** Other sites through which users can sign in. */
  providers: readonly { id: string; name: string }[];
  /** Whether the viewer was sent here by a project that requires a second factor. */
  wantsFactor: boolean;
  /** Further sections at the end. */
  children?: ReactNode;
}) {
  const { email, hasPassword, secondFactor } = account;
  const code = secondFactor.confirmedAt !== null;
  return (
    <ProofProvider ways={{ email, password: hasPassword, code, providers }}>
      <Stack gap={48}>
        <div>
          <Title order={1} size="h2">
            Account
          </Title>
          <Text mt="xs">
            Signed in as <strong dir="auto">{account.name}</strong>, {email}
          </Text>
        </div>
        {wantsFactor && !code && (
          <Alert color="accent" title="That project requires a second factor">
            Only members who have one can open it. Set it up below, under “Second factor”, then open
            the project again.
          </Alert>
        )}
        <Tokens tokens={tokens} />
        {hasPassword && <PasswordChange email={email} />}
        <SecondFactor factor={secondFactor} />
        <Sessions sessions={sessions} />
        {children}
      </Stack>
    </ProofProvider>
  );
}
