import { HideSecret } from '@/components/access/secret-link';
import { readOffer } from '@/lib/project/accept-invitation';
import { pageVisitor } from '@/app/_gate/viewer';
import { InvitationPage, InvitationSpent } from '@/components/access/invitation-page';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'Invitation', referrer: 'no-referrer' as const };

export default async function InvitationTokenPage({
  params,
}: {
  params: Promise<{ token: string }>;
}) {
  const { token } = await params;
  const [offer, viewer] = await Promise.all([readOffer(token), pageVisitor()]);
  return (
    <Page width="form">
      <HideSecret path="/invitations" secret={token} works={offer !== null} />
      {offer === null ? (
        <InvitationSpent />
      ) : (
        <InvitationPage
          token={token}
          offer={offer}
          person={viewer && { name: viewer.name, email: viewer.email }}
        />
      )}
    </Page>
  );
}
