import { Stack, Text, Title } from '@mantine/core';
import type { AccountView } from '@/lib/access/account';
import type { SessionView } from '@/lib/access/session';
import type { TokenView } from '@/lib/access/token';
import { PasswordChange } from './password-change';
import { ProofProvider } from './proof';
import { Sessions } from './sessions';
import { Tokens } from './tokens';

/** Everything about the reader's own account. */
export function Account({
  account,
  tokens,
  sessions,
  providers,
}: {
  account: AccountView;
  tokens: readonly TokenView[];
  sessions: readonly SessionView[];
  /** Other sites by which people sign in here. */
  providers: readonly { id: string; name: string }[];
}) {
  const { email, hasPassword } = account;
  return (
    <ProofProvider ways={{ email, password: hasPassword, providers }}>
      <Stack gap={48}>
        <div>
          <Title order={1} size="h2">
            Account
          </Title>
          <Text mt="xs">
            Signed in as <strong dir="auto">{account.name}</strong>, {email}
          </Text>
        </div>
        <Tokens tokens={tokens} />
        {hasPassword && <PasswordChange email={email} />}
        <Sessions sessions={sessions} />
      </Stack>
    </ProofProvider>
  );
}
