import { revokeInvitation } from '@/lib/project/invitations';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';

export const DELETE = respond(
  {
    summary: 'Revoke an open invitation',
    who: 'known',
    params: z.object({ projectId: z.uuid(), invitationId: z.uuid() }),
    answer: null,
  },
  ({ viewer, params }) => revokeInvitation(viewer, params.projectId, params.invitationId),
);
