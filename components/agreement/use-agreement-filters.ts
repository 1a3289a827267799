import { usePathname, useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import type { AgreementFilterValues } from './agreement-filter-values';
import { agreementFiltersOf, agreementSearch } from './agreement-filter-values';

/** Which readings the address asks for, and how to ask for others; the page itself is not asked for anew. */
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
