import type { AgreementQuery } from '@/lib/agreement/agreement-query';

/** Which readings are looked at, as it stands in the page's address; what is usual is empty or null. */
export type AgreementFilterValues = {
  /** The key of one label. */
  label: string | null;
  /** Ids of users. */
  analysts: readonly string[];
  /** The outlet; empty for articles without one. */
  source: string | null;
  /** First and last day of an article's last reading, YYYY-MM-DD. */
  from: string | null;
  to: string | null;
  /** Ids of articles. */
  articles: readonly string[];
  submitted: boolean;
};

/** What lets everything through. */
export const everything: AgreementFilterValues = {
  label: null,
  analysts: [],
  source: null,
  from: null,
  to: null,
  articles: [],
  submitted: false,
};

const listOf = (written: string | null): string[] =>
  (written ?? '').split(',').filter((part) => part !== '');

/** Reads an address. What cannot hold is left for the API to refuse, so that no filter is dropped in silence. */
export function agreementFiltersOf(params: Pick<URLSearchParams, 'get'>): AgreementFilterValues {
  return {
    label: params.get('label') || null,
    analysts: listOf(params.get('analysts')),
    source: params.get('source'),
    from: params.get('from') || null,
    to: params.get('to') || null,
    articles: listOf(params.get('articles')),
    submitted: params.get('layers') === 'submitted',
  };
}

/** What stands in the address after the path, and what the API is asked; empty where nothing is filtered. */
export function agreementSearch(
  { label, analysts, source, from, to, articles, submitted }: AgreementFilterValues,
  more: Partial<Record<keyof AgreementQuery, string>> = {},
): string {
  const params: [string, string | null][] = [
    ['label', label],
    ['analysts', analysts.join(',') || null],
    ['source', source],
    ['from', from],
    ['to', to],
    ['articles', articles.join(',') || null],
    ['layers', submitted ? 'submitted' : null],
    ...Object.entries(more),
  ];
  const query = params.flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`],
  );
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

/** How many filters are set. */
export function filterCount(filters: AgreementFilterValues): number {
  const { label, analysts, source, from, to, articles, submitted } = filters;
  const set = [
    label !== null,
    analysts.length > 0,
    source !== null,
    from !== null || to !== null,
    articles.length > 0,
    submitted,
  ];
  return set.filter(Boolean).length;
}
