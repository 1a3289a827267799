import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { TextState, TextNotice } from './shared-text';
import { SharedText } from './shared-text';

const never = () => () => {};
const closed: TextState = {
  isHere: false,
  line: 'opening',
  isSaved: true,
  refused: '',
  people: [],
};

/** The room of a shared text, for as long as the page is open; null until scripts run. */
export function useSharedText(
  name: string,
  onNotice: (notice: TextNotice) => void = () => undefined,
): { sharedText: SharedText | null; state: TextState } {
  const [sharedText, setSharedText] = useState<SharedText | null>(null);
  const latest = useRef(onNotice);
  useEffect(() => {
    latest.current = onNotice;
  });
  useEffect(() => {
    const opened = new SharedText(name, (notice) => latest.current(notice));
    setSharedText(opened);
    return () => {
      setSharedText(null);
      opened.leave();
    };
  }, [name]);
  const state = useSyncExternalStore(
    sharedText?.subscribe ?? never,
    () => sharedText?.state ?? closed,
    () => closed,
  );
  return { sharedText, state };
}
