import { useCallback, useEffect, useRef, useState } from 'react';

/** A value that is being typed. */
export type Draft<Value> = { value: Value; type(value: Value): void; finish(this: void): void };

const pause = 400;

/**
 * Holds what is typed and hands it on after a short pause, when the field is left, when it goes away
 * and when the page is hidden, so that nothing typed waits long and no deed is a single letter.
 */
export function useDraft<Value>(stored: Value, commit: (value: Value) => void): Draft<Value> {
  const [typed, setTyped] = useState<{ value: Value } | null>(null);
  const waiting = useRef<{ value: Value } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  });

  const finish = useCallback(() => {
    clearTimeout(timer.current);
    const held = waiting.current;
    if (held === null) return;
    waiting.current = null;
    setTyped(null);
    latest.current(held.value);
  }, []);

  useEffect(() => {
    window.addEventListener('pagehide', finish);
    document.addEventListener('visibilitychange', finish);
    return () => {
      window.removeEventListener('pagehide', finish);
      document.removeEventListener('visibilitychange', finish);
      finish();
    };
  }, [finish]);

  const type = (value: Value) => {
    waiting.current = { value };
    setTyped(waiting.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(finish, pause);
  };
  return { value: typed === null ? stored : typed.value, type, finish };
}
