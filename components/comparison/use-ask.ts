import { useCallback, useEffect, useState } from 'react';
import type { ComparisonAsk } from './comparison-ask';
import { comparisonSearch } from './comparison-ask';

/** What is shown, and how to change some of it; the address follows without anything being asked for. */
export function useAsk(
  first: ComparisonAsk,
): [ComparisonAsk, (change: Partial<ComparisonAsk>) => void] {
  const [ask, set] = useState(first);
  useEffect(() => {
    const search = comparisonSearch(ask);
    if (search !== location.search) history.replaceState(null, '', location.pathname + search);
  }, [ask]);
  const change = useCallback(
    (changed: Partial<ComparisonAsk>) => set((before) => ({ ...before, ...changed })),
    [],
  );
  return [ask, change];
}
