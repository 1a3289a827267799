import { proof, prove } from '@/lib/access/proof';
import { serverSecret } from '@/app/_gate/visitor';
import { respond } from '@/app/_gate/respond';

export const POST = respond(
  {
    summary: 'Confirm your identity again, for the next 15 minutes of this session',
    who: 'known',
    body: proof,
    answer: null,
  },
  ({ viewer, body, address }) => prove(viewer, body, { address, secret: serverSecret() }),
);
