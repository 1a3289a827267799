import { filterText } from '@/lib/access/filter-text';

/** How many rows a list shows at first, and how many more each time. */
export const listStep = 100;

/** The most rows on one page; what is beyond comes on the next. */
export const maxListRows = 500;

/** What of a list is asked for in its page's address. */
export type ListQuery = {
  /** Looked-for text; empty for all. */
  q: string;
  /** How many rows are shown. */
  shown: number;
  /** Where the page begins, as the list before told; undefined at the start. */
  from: string | undefined;
};

/** Reads a list's address; what cannot be read counts as not said. */
export function listQueryOf(query: Record<string, string | string[] | undefined>): ListQuery {
  const param = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : '';
  };
  const shown = /^\d{1,4}$/.test(param('shown')) ? Number(param('shown')) : listStep;
  return {
    q: filterText.safeParse(param('q')).data ?? '',
    shown: Math.min(maxListRows, Math.max(listStep, shown)),
    from: param('from') === '' ? undefined : param('from').slice(0, 2000),
  };
}

/** The address of the same list with something changed; what is empty or undefined is left out. */
export function listAddress(path: string, query: Record<string, string | undefined>): string {
  const entries = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`;
}

/** What “Show more” changes: more rows, or, where the page is full, the next page. */
export function moreOf(
  { shown, from }: Pick<ListQuery, 'shown' | 'from'>,
  nextCursor: string,
): { shown?: string; from?: string } {
  if (shown >= maxListRows) return { from: nextCursor };
  return { shown: String(Math.min(maxListRows, shown + listStep)), from };
}
