import { OpenAgain, OpenLinkFirst } from '@/components/access/secret-link';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Welcome', referrer: 'no-referrer' as const };

export default function WelcomeAgainPage() {
  return (
    <Page width="form">
      <OpenAgain path="/welcome">
        <OpenLinkFirst />
      </OpenAgain>
    </Page>
  );
}
