import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { readSettlingDesk } from '@/lib/adjudication/desk/read-settling-desk';
import { settlingDesk } from '@/lib/adjudication/desk/settling-desk';
import { offsetUnits } from '@/lib/article/code-points';

export const GET = respond(
  {
    summary: 'Read the adjudication desk of an article: its units, what is settled and what is not',
    who: 'known',
    params: z.object({ articleId: z.uuid() }),
    query: z.object({ offsetUnit: z.enum(offsetUnits).default('code-point') }),
    answer: settlingDesk,
  },
  ({ viewer, params, query }) => readSettlingDesk(viewer, params.articleId, query.offsetUnit),
);
