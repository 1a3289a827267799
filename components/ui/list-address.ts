import { filterText } from '@/lib/page';

/** How many rows a list shows at first, and how many “Show more” adds. */
export const listStep = 100;

/** The maximum number of rows on one page; more are on the next. */
const maxListRows = 500;

/** The query of a list in its page's address. */
export type ListQuery = {
  /** The text to find; empty for all. */
  q: string;
  /** How many rows are shown. */
  shown: number;
  /** The cursor at which the page begins; undefined at the start. */
  from: string | undefined;
};

/** Parses a list's address; invalid values count as missing. */
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

/** The address of a list with this query; empty and undefined values are left out. */
export function listAddress(path: string, query: Record<string, string | undefined>): string {
  const entries = Object.entries(query).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`;
}

/** The query of “Show more”: more rows, or, where the page is full, the next page. */
export function moreOf(
  { shown, from }: Pick<ListQuery, 'shown' | 'from'>,
  nextCursor: string,
): { shown?: string; from?: string } {
  if (shown >= maxListRows) return { from: nextCursor };
  return { shown: String(Math.min(maxListRows, shown + listStep)), from };
}
