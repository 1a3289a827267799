import { listingOf } from '@/lib/page';
import { z } from 'zod';
import { reply, respond } from '@/app/_gate/respond';
import { addArticle } from '@/lib/article/add-article';
import { articleInput, articleView, maxBodyBytes } from '@/lib/article/article';
import { articlesQuery, listArticles } from '@/lib/article/list-articles';

const params = z.object({ projectId: z.uuid() });

export const GET = respond(
  {
    summary: 'List the articles of a project, by title or newest first',
    who: 'known',
    params,
    query: articlesQuery,
    answer: listingOf(articleView),
  },
  ({ viewer, params: { projectId }, query }) => listArticles(viewer, projectId, query),
);

export const POST = respond(
  {
    summary: 'Add an article; repeatable with the same id',
    who: 'known',
    params,
    body: articleInput,
    maxBytes: maxBodyBytes,
    answer: articleView,
    status: 201,
  },
  async ({ viewer, params: { projectId }, body }) => {
    const article = await addArticle(viewer, projectId, body);
    return reply(article, { status: 201, headers: { location: `/api/v1/articles/${article.id}` } });
  },
);
