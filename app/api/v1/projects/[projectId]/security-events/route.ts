import { listingOf } from '@/lib/page';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { securityEventView } from '@/lib/access/security-event';
import { listSecurityEvents, securityEventsQuery } from '@/lib/project/list-security-events';

export const GET = respond(
  {
    summary: 'Read the security log of a project, newest first; for owners',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    query: securityEventsQuery,
    answer: listingOf(securityEventView),
  },
  ({ viewer, params, query }) => listSecurityEvents(viewer, params.projectId, query),
);
