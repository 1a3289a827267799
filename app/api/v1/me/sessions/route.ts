import { respond } from '@/app/_gate/respond';
import { endSessions } from '@/lib/access/end-sessions';

export const DELETE = respond(
  { summary: 'End all my sessions', who: 'known', answer: null },
  ({ viewer }) => endSessions(viewer),
);
