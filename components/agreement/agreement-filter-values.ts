import type { AgreementQuery } from '@/lib/agreement/agreement-query';
import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';

/** The filters of the agreement page as they are in its address; defaults are empty or null. */
export type AgreementFilterValues = {
  /** The key of one label. */
  label: string | null;
  /** User ids. */
  analysts: readonly string[];
  /** The outlet; empty for articles without one. */
  source: string | null;
  /** First and last day of an article’s last change of annotations, YYYY-MM-DD. */
  from: string | null;
  to: string | null;
  /** Article ids. */
  articles: readonly string[];
  submitted: boolean;
};

/** No filter at all. */
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

/**
 * Parses the address. Invalid values are left for the API to refuse, so that no filter is dropped
 * silently.
 */
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

/** The query of the page’s address and of the API request; empty where nothing is filtered. */
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

/** The number of filters that are set. */
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

/**
 * The filters in the address, and a function that changes them there without reloading the page.
 */
export function useAgreementFilters(): [
  AgreementFilterValues,
  (changed: Partial<AgreementFilterValues>) => void,
] {
  const searchParams = useSearchParams();
  const path = usePathname();
  const filters = useMemo(() => agreementFiltersOf(searchParams), [searchParams]);
  const change = (changed: Partial<AgreementFilterValues>) =>
    history.replaceState(null, '', path + agreementSearch({ ...filters, ...changed }));
  return [filters, change];
}
