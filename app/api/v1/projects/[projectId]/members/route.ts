import { listingOf } from '@/lib/page';
import { listMembers, membersQuery } from '@/lib/project/members';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { memberView } from '@/lib/project/member';

export const GET = respond(
  {
    summary: 'List the members of a project',
    who: 'known',
    params: z.object({ projectId: z.uuid() }),
    query: membersQuery,
    answer: listingOf(memberView),
  },
  ({ viewer, params, query }) => listMembers(viewer, params.projectId, query),
);
