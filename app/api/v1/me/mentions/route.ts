import { listingOf } from '@/lib/page';
import { respond } from '@/app/_gate/respond';
import { listMentions } from '@/lib/discussion/list-mentions';
import { mentionView, mentionsQuery, mentionsSeen } from '@/lib/discussion/mention';
import { seeMentions } from '@/lib/discussion/see-mentions';

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
