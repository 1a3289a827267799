import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { TextState, Told } from './text-room';
import { TextRoom } from './text-room';

const never = () => () => {};
const closed: TextState = {
  isHere: false,
  line: 'opening',
  isKept: true,
  refused: '',
  people: [],
};

/** The room of a shared text, for as long as the page is open; null until scripts run. */
export function useTextRoom(
  name: string,
  onTold: (told: Told) => void = () => undefined,
): { room: TextRoom | null; state: TextState } {
  const [room, setRoom] = useState<TextRoom | null>(null);
  const latest = useRef(onTold);
  useEffect(() => {
    latest.current = onTold;
  });
  useEffect(() => {
    const opened = new TextRoom(name, (told) => latest.current(told));
    setRoom(opened);
    return () => {
      setRoom(null);
      opened.leave();
    };
  }, [name]);
  const state = useSyncExternalStore(
    room?.subscribe ?? never,
    () => room?.state ?? closed,
    () => closed,
  );
  return { room, state };
}
