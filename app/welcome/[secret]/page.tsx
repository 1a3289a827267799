import { HideSecret } from '@/components/access/hide-secret';
import { WelcomeForm } from '@/components/access/welcome-form';
import { WelcomeSpent } from '@/components/access/welcome-spent';
import { Page } from '@/components/ui/page';
import { isWelcomeOpen } from '@/lib/access/is-welcome-open';

export const metadata = { title: 'Welcome', referrer: 'no-referrer' as const };

export default async function WelcomePage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const isOpen = secret.length <= 200 && (await isWelcomeOpen(secret));
  return (
    <Page width="form">
      <HideSecret path="/welcome" secret={secret} works={isOpen} />
      {isOpen ? <WelcomeForm secret={secret} /> : <WelcomeSpent />}
    </Page>
  );
}
