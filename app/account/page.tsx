import { AccountEvents } from '@/components/access/event-table';
import { listAccountEvents } from '@/lib/access/security-events';
import { listSessions } from '@/lib/access/sessions';
import { listTokens } from '@/lib/access/tokens';
import { readAccount } from '@/lib/access/account';
import { externalWays } from '@/app/_gate/auth';
import { pageViewer } from '@/app/_gate/viewer';
import { Account } from '@/components/access/account';
import { Page } from '@/components/ui/page';

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
