import { useCallback, useEffect, useState } from 'react';

/** What is shown, and how to change some of it; the address, as `searchOf` writes it, follows without anything being asked for. */
export function useAsk<Ask>(
  first: Ask,
  searchOf: (ask: Ask) => string,
): [Ask, (change: Partial<Ask>) => void] {
  const [ask, set] = useState(first);
  useEffect(() => {
    const search = searchOf(ask);
    if (search !== location.search) history.replaceState(null, '', location.pathname + search);
  }, [ask, searchOf]);
  const change = useCallback(
    (changed: Partial<Ask>) => set((before) => ({ ...before, ...changed })),
    [],
  );
  return [ask, change];
}
