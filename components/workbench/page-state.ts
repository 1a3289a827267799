import { useCallback, useEffect, useState, useLayoutEffect, useRef } from 'react';

/** What is shown, and how to change some of it; the address, as `searchOf` writes it, follows without anything being asked for. */
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

/** The same function from render to render that always does what the newest one does; for events, not for rendering. */
export function useSteady<Given extends unknown[], Answer>(
  newest: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const latest = useRef(newest);
  useLayoutEffect(() => {
    latest.current = newest;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
