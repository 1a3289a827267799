import { OpenAgain, OpenLinkFirst } from '@/components/access/open-again';
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
