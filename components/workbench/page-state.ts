import { useCallback, useEffect, useState, useLayoutEffect, useRef } from 'react';

/** The query as state, and a function that changes some of it; the address follows by `searchOf` without a request. */
export function useQueryState<Query>(
  first: Query,
  searchOf: (query: Query) => string,
): [Query, (change: Partial<Query>) => void] {
  const [query, set] = useState(first);
  useEffect(() => {
    const search = searchOf(query);
    if (search !== location.search) history.replaceState(null, '', location.pathname + search);
  }, [query, searchOf]);
  const change = useCallback(
    (changed: Partial<Query>) => set((before) => ({ ...before, ...changed })),
    [],
  );
  return [query, change];
}

/** A function of stable identity that calls the newest one; for event handlers, not for rendering. */
export function useSteady<Given extends unknown[], Answer>(
  newest: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const latest = useRef(newest);
  useLayoutEffect(() => {
    latest.current = newest;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
