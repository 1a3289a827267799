import { useCallback, useState } from 'react';
import type { RefCallback, RefObject } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';

/**
 * The position of the article under the pointer, at most once a frame, and null beside it; and what
 * listens for it. `onPress` is told of the position that is pressed, unless text is selected so.
 */
export function usePointed(
  article: RefObject<ArticleTextHandle | null>,
  onPress: (position: number) => void,
): { position: number | null; box: RefCallback<HTMLElement> } {
  const [position, setPosition] = useState<number | null>(null);
  const box = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined;
      let frame = 0;
      const listening = new AbortController();
      const { signal } = listening;
      const at = ({ clientX: x, clientY: y }: MouseEvent) =>
        article.current?.textLayout()?.positionAt({ x, y }) ?? null;
      const move = (event: PointerEvent) => {
        if (event.pointerType === 'touch') return;
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => setPosition(at(event)));
      };
      const leave = () => {
        cancelAnimationFrame(frame);
        setPosition(null);
      };
      const press = (event: MouseEvent) => {
        const pressed = at(event);
        if (pressed !== null && getSelection()?.isCollapsed !== false) onPress(pressed);
      };
      element.addEventListener('pointermove', move, { signal });
      element.addEventListener('pointerleave', leave, { signal });
      element.addEventListener('click', press, { signal });
      return () => {
        cancelAnimationFrame(frame);
        listening.abort();
      };
    },
    [article, onPress],
  );
  return { position, box };
}
