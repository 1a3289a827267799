import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import type { PersonInput } from '@/lib/access/person';
import { acceptInvitation } from '@/lib/project/accept-invitation';
import { acceptance, acceptedView } from '@/lib/project/invitation';

export const POST = respond(
  {
    summary: 'Accept an invitation to a project, signed in or as a new person',
    who: 'anyone',
    params: z.object({ token: z.string().max(200) }),
    body: acceptance,
    answer: acceptedView,
  },
  ({ viewer, params, body }) =>
    acceptInvitation(viewer, params.token, 'email' in body ? (body as PersonInput) : null),
);
