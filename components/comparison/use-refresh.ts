import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useTransition } from 'react';

/** How long the page must have been left for before it is read again by itself, in milliseconds. */
const away = 30_000;

/** Reads the page's data again: when asked to, and when one comes back to it after a while. */
export function useRefresh(): { now: () => void; isBusy: boolean } {
  const router = useRouter();
  const [isBusy, begin] = useTransition();
  const leftAt = useRef<number | null>(null);
  const now = useCallback(() => begin(() => router.refresh()), [router]);
  useEffect(() => {
    const turn = () => {
      if (document.visibilityState === 'hidden') leftAt.current = performance.now();
      else if (leftAt.current !== null && performance.now() - leftAt.current > away) now();
    };
    document.addEventListener('visibilitychange', turn);
    return () => document.removeEventListener('visibilitychange', turn);
  }, [now]);
  return { now, isBusy };
}
