import { Alert, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AccountView } from '@/lib/access/account';
import type { SessionView } from '@/lib/access/session';
import type { TokenView } from '@/lib/access/token';
import { PasswordChange } from './password-change';
import { ProofProvider } from './proof';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';
import { Tokens } from './tokens';

/** Everything about the reader's own account. */
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
  /** Other sites by which people sign in here. */
  providers: readonly { id: string; name: string }[];
  /** Whether the reader comes from a project that asks for a second factor. */
  wantsFactor: boolean;
  /** What else there is of the account, at its end. */
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
          <Alert color="accent" title="That project asks for a second factor">
            It is open only to members who have one. Set it up below, under “Second factor”, then
            open the project again.
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
