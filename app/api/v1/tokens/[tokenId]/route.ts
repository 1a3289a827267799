import { revokeToken } from '@/lib/access/tokens';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';

export const DELETE = respond(
  {
    summary: 'Revoke one of your tokens',
    who: 'known',
    params: z.object({ tokenId: z.uuid() }),
    answer: null,
  },
  ({ viewer, params }) => revokeToken(viewer, params.tokenId),
);
