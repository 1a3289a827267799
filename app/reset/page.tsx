import { ForgottenPassword } from '@/components/access/password-reset';
import { OpenAgain } from '@/components/access/secret-link';
import { connection } from 'next/server';
import { Page } from '@/components/ui/page';
import { sendsMail } from '@/lib/access/mail';

export const metadata = { title: 'Forgot your password?', referrer: 'no-referrer' as const };

export default async function ForgottenPasswordPage() {
  await connection();
  return (
    <Page width="form">
      <OpenAgain path="/reset">
        <ForgottenPassword byMail={sendsMail()} />
      </OpenAgain>
    </Page>
  );
}
