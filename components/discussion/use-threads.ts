import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '@/components/ui/api';
import type { ArticleLive, LiveEvent } from '@/components/live/article-live';
import type { ThreadView } from '@/lib/discussion/thread';
import { readThreads } from './discussion-api';

/** The threads over an article as far as they are loaded, and how to load them again. */
type Threads = {
  threads: readonly ThreadView[];
  isBusy: boolean;
  problem: ApiProblem | null;
  reread(this: void): Promise<void>;
};

type Read = Omit<Threads, 'reread'>;

/** Unchanged threads keep their identity, so that their components do not render again. */
function reuseUnchanged(before: readonly ThreadView[], now: ThreadView[]): readonly ThreadView[] {
  const known = new Map(before.map((thread) => [thread.id, thread]));
  const merged = now.map((thread) => {
    const old = known.get(thread.id);
    return old && JSON.stringify(old) === JSON.stringify(thread) ? old : thread;
  });
  const isSame =
    merged.length === before.length && merged.every((thread, at) => thread === before[at]);
  return isSame ? before : merged;
}

/** Whether an event, or messages missed before it, may have changed what the viewer sees of the discussion. */
export function isAboutThreads(event: LiveEvent): boolean {
  if (event.kind === 'joined') return true;
  return (
    event.kind === 'message' &&
    ['threads', 'rights', 'reread', 'layer'].includes(event.message.kind)
  );
}

/**
 * Loads the article's threads: at first, when the page becomes visible, on live messages, and on
 * `reread`. Calls during a request are joined into one further request after it, so that the result
 * is never older than the call.
 */
export function useThreads(articleId: string, live: Pick<ArticleLive, 'listen'>): Threads {
  const [read, setRead] = useState<Read>({ threads: [], isBusy: true, problem: null });
  const gone = useRef<AbortController>(null);
  const under = useRef<Promise<void>>(null);
  const again = useRef<Promise<void>>(null);

  const once = useCallback(async () => {
    const signal = (gone.current ??= new AbortController()).signal;
    try {
      const threads = await readThreads(articleId, signal);
      setRead((before) => ({
        threads: reuseUnchanged(before.threads, threads),
        isBusy: false,
        problem: null,
      }));
    } catch (thrown) {
      if (signal.aborted) return;
      if (!(thrown instanceof ApiProblem)) throw thrown;
      setRead((before) => ({ ...before, isBusy: false, problem: thrown }));
    }
  }, [articleId]);

  const reread = useCallback((): Promise<void> => {
    const begin = () => {
      again.current = null;
      const request = once().finally(() => {
        if (under.current === request) under.current = null;
      });
      under.current = request;
      return request;
    };
    if (under.current === null) return begin();
    again.current ??= under.current.then(begin, begin);
    return again.current;
  }, [once]);

  useEffect(() => {
    gone.current = new AbortController();
    void reread();
    const seen = () => {
      if (document.visibilityState === 'visible') void reread();
    };
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('focus', seen);
    window.addEventListener('online', seen);
    return () => {
      gone.current?.abort();
      under.current = null;
      again.current = null;
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('focus', seen);
      window.removeEventListener('online', seen);
    };
  }, [reread]);

  useEffect(
    () =>
      live.listen((event) => {
        if (isAboutThreads(event)) void reread();
      }),
    [live, reread],
  );

  return { ...read, reread };
}
