import { listingOf } from '@/lib/page';
import { invite, listInvitations } from '@/lib/project/invitations';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { invitationInput, invitationView, newInvitationView } from '@/lib/project/invitation';

const params = z.object({ projectId: z.uuid() });

export const GET = respond(
  {
    summary: 'List open invitations, without their links',
    who: 'known',
    params,
    answer: listingOf(invitationView),
  },
  async ({ viewer, params: { projectId } }) => ({
    items: await listInvitations(viewer, projectId),
    nextCursor: null,
  }),
);

export const POST = respond(
  {
    summary: 'Create an invitation link, which is returned only once',
    who: 'known',
    params,
    body: invitationInput,
    answer: newInvitationView,
    status: 201,
  },
  ({ viewer, params: { projectId }, body, origin }) => invite(viewer, projectId, body, origin),
);
