import { useCallback, useLayoutEffect, useRef } from 'react';

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
