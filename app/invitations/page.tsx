import { OpenAgain, OpenLinkFirst } from '@/components/access/secret-link';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Invitation', referrer: 'no-referrer' as const };

export default function InvitationAgainPage() {
  return (
    <Page width="form">
      <OpenAgain path="/invitations">
        <OpenLinkFirst />
      </OpenAgain>
    </Page>
  );
}
