import { HideSecret } from '@/components/access/secret-link';
import { ResetForm, ResetSpent } from '@/components/access/password-reset';
import { Page } from '@/components/ui/page';
import { readReset } from '@/lib/project/accept-reset';

export const metadata = { title: 'Set a new password', referrer: 'no-referrer' as const };

export default async function ResetPage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const reset = secret.length <= 200 ? await readReset(secret) : null;
  return (
    <Page width="form">
      <HideSecret path="/reset" secret={secret} works={reset !== null} />
      {reset === null ? <ResetSpent /> : <ResetForm secret={secret} email={reset.email} />}
    </Page>
  );
}
