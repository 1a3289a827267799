import { respond } from '@/app/_gate/respond';
import { meView } from '@/lib/access/person';

export const GET = respond(
  { summary: 'Read who is signed in, or whose token it is', who: 'known', answer: meView },
  ({ viewer }) => ({
    id: viewer.userId,
    name: viewer.name,
    email: viewer.email,
    by: viewer.by,
    scopes: viewer.scopes,
  }),
);
