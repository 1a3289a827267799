import { HideSecret } from '@/components/access/secret-link';
import { WelcomeForm, WelcomeSpent } from '@/components/access/welcome';
import { isWelcomeOpen } from '@/lib/access/welcome';
import { Page } from '@/components/ui/page';

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
