import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { articleChanges, articleView } from '@/lib/article/article';
import { changeArticle, archiveArticle } from '@/lib/article/change-article';
import { readArticle } from '@/lib/article/read-article';

const params = z.object({ articleId: z.uuid() });

export const GET = respond(
  {
    summary: 'Read an article without its text, which is at …/text',
    who: 'known',
    params,
    answer: articleView,
  },
  ({ viewer, params: { articleId } }) => readArticle(viewer, articleId),
);

export const PATCH = respond(
  {
    summary: 'Change the metadata of an article, archive or restore it',
    who: 'known',
    params,
    body: articleChanges,
    answer: articleView,
  },
  ({ viewer, params: { articleId }, body }) => changeArticle(viewer, articleId, body),
);

export const DELETE = respond(
  { summary: 'Archive an article', who: 'known', params, answer: null },
  ({ viewer, params: { articleId } }) => archiveArticle(viewer, articleId),
);
