import { externalWays } from '@/app/_gate/auth';
import { pageViewer } from '@/app/_gate/viewer';
import { Account } from '@/components/access/account';
import { AccountEvents } from '@/components/access/account-events';
import { Page } from '@/components/ui/page';
import { listAccountEvents } from '@/lib/access/list-account-events';
import { listSessions } from '@/lib/access/list-sessions';
import { listTokens } from '@/lib/access/list-tokens';
import { readAccount } from '@/lib/access/read-account';

export const metadata = { title: 'Account' };

export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { wanted } = await searchParams;
  const viewer = await pageViewer('/account');
  const [account, tokens, sessions, events] = await Promise.all([
    readAccount(viewer),
    listTokens(viewer),
    listSessions(viewer, { limit: 100 }),
    listAccountEvents(viewer),
  ]);
  return (
    <Page width="text">
      <Account
        account={account}
        tokens={tokens}
        sessions={sessions.items}
        providers={externalWays()}
        wantsFactor={wanted === 'second-factor'}
      >
        <AccountEvents events={events} />
      </Account>
    </Page>
  );
}
