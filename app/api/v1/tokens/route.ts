import { listTokens, makeToken } from '@/lib/access/tokens';
import { listingOf } from '@/lib/page';
import { respond } from '@/app/_gate/respond';
import { newTokenView, tokenInput, tokenView } from '@/lib/access/token';

export const GET = respond(
  { summary: 'List your personal access tokens', who: 'known', answer: listingOf(tokenView) },
  async ({ viewer }) => ({
    items: await listTokens(viewer),
    nextCursor: null,
  }),
);

export const POST = respond(
  {
    summary: 'Create a personal access token; its secret is returned only once',
    who: 'known',
    body: tokenInput,
    answer: newTokenView,
    status: 201,
  },
  ({ viewer, body }) => makeToken(viewer, body),
);
