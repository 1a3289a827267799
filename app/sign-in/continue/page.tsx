import { pendingSignIn } from '@/app/_gate/sign-in-cookies';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { externalWays } from '@/app/_gate/auth';
import { ContinueForm } from '@/components/access/continue-form';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Sign in' };

export default async function ContinuePage() {
  const pending = await pendingSignIn((await headers()).get('cookie') ?? '');
  if (pending === null) redirect('/sign-in');
  const { identity } = pending;
  const provider = externalWays().find(({ id }) => id === identity.provider)?.name;
  return (
    <Page width="form">
      <ContinueForm
        provider={provider ?? identity.provider}
        email={identity.email ?? ''}
        wants={pending.wants}
      />
    </Page>
  );
}
