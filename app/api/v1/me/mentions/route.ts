import { listMentions, seeMentions } from '@/lib/discussion/mentions';
import { listingOf } from '@/lib/page';
import { respond } from '@/app/_gate/respond';
import { mentionView, mentionsQuery, mentionsSeen } from '@/lib/discussion/mention';

export const GET = respond(
  {
    summary: 'List the comments that mention you and that you may read, newest first',
    who: 'known',
    query: mentionsQuery,
    answer: listingOf(mentionView),
  },
  ({ viewer, query }) => listMentions(viewer, query),
);

export const PATCH = respond(
  {
    summary: 'Mark comments that mention you as seen',
    who: 'known',
    body: mentionsSeen,
    answer: null,
  },
  ({ viewer, body }) => seeMentions(viewer, body.seen),
);
