import { endOtherSessions, endSessions, listSessions } from '@/lib/access/sessions';
import { listingOf, listingQuery } from '@/lib/page';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { sessionView } from '@/lib/access/session';

export const GET = respond(
  {
    summary: 'List your sessions',
    who: 'known',
    query: listingQuery,
    answer: listingOf(sessionView),
  },
  ({ viewer, query }) => listSessions(viewer, query),
);

export const DELETE = respond(
  {
    summary: 'End all your sessions, or all but the current one',
    who: 'known',
    query: z.object({ others: z.enum(['true', 'false']).default('false') }),
    answer: null,
  },
  ({ viewer, query }) => (query.others === 'true' ? endOtherSessions(viewer) : endSessions(viewer)),
);
