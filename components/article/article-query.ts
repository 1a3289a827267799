import type { ListQuery } from '@/components/ui/list-address';
import { listQueryOf } from '@/components/ui/list-address';
import type { ArticleSort } from '@/lib/article/article';

/** The query of a project's article list in the page's address. */
export type ArticleQuery = ListQuery & {
  sort: ArticleSort;
  /** The viewer's own work: to do, done, or both (''). */
  work: '' | 'todo' | 'done';
  archived: boolean;
};

/** Parses the address of an article list; invalid values count as missing. */
export function articleQueryOf(query: Record<string, string | string[] | undefined>): ArticleQuery {
  return {
    ...listQueryOf(query),
    sort: query.sort === 'newest' ? 'newest' : 'title',
    work: query.work === 'todo' || query.work === 'done' ? query.work : '',
    archived: query.archived === 'true',
  };
}

/** The parameters that stay in the address while paging; defaults are left out. */
export function articleParams(query: ArticleQuery): Record<string, string | undefined> {
  return {
    q: query.q,
    sort: query.sort === 'title' ? undefined : query.sort,
    work: query.work,
    archived: query.archived ? 'true' : undefined,
  };
}

/** Whether the list is filtered, so that an empty one does not mean that there are no articles. */
export function isNarrowed({ q, work }: ArticleQuery): boolean {
  return q !== '' || work !== '';
}
