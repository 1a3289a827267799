import { nextPath } from '@/components/access/sign-in';
import { signInMessage } from '@/components/access/access-messages';
import { redirect } from 'next/navigation';
import { externalWays } from '@/app/_gate/auth';
import { pageVisitor } from '@/app/_gate/viewer';
import { SignInForm } from '@/components/access/sign-in-form';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const asked = await searchParams;
  const next = nextPath(asked.next ?? asked.callbackUrl);
  if ((await pageVisitor()) !== null) redirect(next);
  return (
    <Page width="form">
      <SignInForm next={next} ways={externalWays()} failed={signInMessage(asked.error)} />
    </Page>
  );
}
