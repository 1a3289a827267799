import { pageViewer } from '@/app/_gate/viewer';
import { Account } from '@/components/access/account';
import { AccountEvents } from '@/components/security/account-events';
import { Page } from '@/components/ui/page';
import { listAccountEvents } from '@/lib/access/list-account-events';
import { listTokens } from '@/lib/access/list-tokens';

export const metadata = { title: 'Account' };

export default async function AccountPage() {
  const viewer = await pageViewer('/account');
  const [tokens, events] = await Promise.all([listTokens(viewer), listAccountEvents(viewer)]);
  return (
    <Page width="text">
      <Account person={{ name: viewer.name, email: viewer.email }} tokens={tokens}>
        <AccountEvents events={events} />
      </Account>
    </Page>
  );
}
