import type { ListQuery } from '@/components/ui/list-address';
import { listQueryOf } from '@/components/ui/list-address';
import type { ArticleSort } from '@/lib/article/article';

/** What of a project's articles is asked for in the page's address. */
export type ArticleQuery = ListQuery & {
  sort: ArticleSort;
  /** One's own work: still to do, done, or either. */
  work: '' | 'todo' | 'done';
  archived: boolean;
};

/** Reads the address of a list of articles; what cannot be read counts as not said. */
export function articleQueryOf(query: Record<string, string | string[] | undefined>): ArticleQuery {
  return {
    ...listQueryOf(query),
    sort: query.sort === 'newest' ? 'newest' : 'title',
    work: query.work === 'todo' || query.work === 'done' ? query.work : '',
    archived: query.archived === 'true',
  };
}

/** What stays in the address while one goes on through the list; what is usual is left out. */
export function articleParams(query: ArticleQuery): Record<string, string | undefined> {
  return {
    q: query.q,
    sort: query.sort === 'title' ? undefined : query.sort,
    work: query.work,
    archived: query.archived ? 'true' : undefined,
  };
}

/** Whether the list is narrowed, so that an empty one does not mean that there is nothing. */
export function isNarrowed({ q, work }: ArticleQuery): boolean {
  return q !== '' || work !== '';
}
