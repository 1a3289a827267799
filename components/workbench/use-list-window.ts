import { useCallback, useState } from 'react';
import type { RefCallback } from 'react';

/** Which rows of a list are near the screen. */
export type ListWindow = { first: number; last: number };

const beyond = 10;

/** Of `count` rows of `height` px those that lie between `from` and `to` px of the list, and some beyond. */
export function windowOf(count: number, height: number, from: number, to: number): ListWindow {
  const first = Math.max(0, Math.floor(from / height) - beyond);
  return { first, last: Math.min(count, Math.ceil(Math.max(to, 0) / height) + beyond) };
}

/** Follows the scrolling around a long list of rows of one height, so that only those near the screen are there. */
export function useListWindow(
  count: number,
  height: number,
): ListWindow & { list: RefCallback<HTMLElement> } {
  const [seen, setSeen] = useState({ from: 0, to: 0 });
  const list = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined;
      const look = () => {
        const { top } = element.getBoundingClientRect();
        const from = Math.floor(-top / height) * height;
        setSeen((before) =>
          before.from === from ? before : { from, to: from + window.innerHeight },
        );
      };
      const frame = requestAnimationFrame(look);
      document.addEventListener('scroll', look, { capture: true, passive: true });
      return () => {
        cancelAnimationFrame(frame);
        document.removeEventListener('scroll', look, { capture: true });
      };
    },
    [height],
  );
  return { ...windowOf(count, height, seen.from, seen.to), list };
}
