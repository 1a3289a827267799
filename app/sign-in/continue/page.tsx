import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { externalWays } from '@/app/_gate/auth';
import { pendingIdentity } from '@/app/_gate/pending-identity';
import { ContinueForm } from '@/components/access/continue-form';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Sign in' };

export default async function ContinuePage() {
  const identity = await pendingIdentity((await headers()).get('cookie') ?? '');
  if (identity === null) redirect('/sign-in');
  const provider = externalWays().find(({ id }) => id === identity.provider)?.name;
  return (
    <Page width="form">
      <ContinueForm provider={provider ?? identity.provider} email={identity.email ?? ''} />
    </Page>
  );
}
