import { pageViewer } from '@/app/_gate/viewer';
import { Account } from '@/components/access/account';
import { Page } from '@/components/ui/page';
import { listTokens } from '@/lib/access/list-tokens';

export const metadata = { title: 'Account' };

export default async function AccountPage() {
  const viewer = await pageViewer('/account');
  const tokens = await listTokens(viewer);
  return (
    <Page width="text">
      <Account person={{ name: viewer.name, email: viewer.email }} tokens={tokens} />
    </Page>
  );
}
