import type { HeldSelection } from '@/components/article-text/article-text';
import type { ShownLabel } from '@/components/article-text/labels';
import type { PointerEvent, ReactNode, RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { focusOf } from '@/components/workbench/use-command-keys';
import type { BarPosition } from './label-bar';
import { LabelBar } from './label-bar';

type Box = { left: number; top: number; right: number; bottom: number; width: number };

const distance = 8;

/**
 * Position of the label bar: above the selection where there is room on the screen, else below it,
 * and within the article's width. Boxes are in screen coordinates, the result is relative to the
 * article's corner.
 */
export function barPosition(
  selection: Box,
  article: Box,
  bar: { width: number; height: number },
  screen: { top: number; bottom: number },
): Exclude<BarPosition, null> {
  const above = selection.top - bar.height - distance;
  const below = selection.bottom + distance;
  const hasRoomAbove = above >= screen.top;
  const hasRoomBelow = below + bar.height <= screen.bottom;
  const inside = Math.max(screen.top, screen.bottom - bar.height - distance);
  const top = hasRoomAbove ? above : hasRoomBelow ? below : inside;
  const rightmost = Math.max(0, article.width - bar.width);
  const left = Math.min(Math.max(0, selection.left - article.left), rightmost);
  return { left, top: top - article.top };
}

/** Whether the pointer, pressed in the article, is still down; and the handler for its press. */
export function usePressed(): [boolean, (event: PointerEvent) => void] {
  const [isPressed, setPressed] = useState(false);
  useEffect(() => {
    if (!isPressed) return undefined;
    const release = () => setPressed(false);
    const events = ['pointerup', 'pointercancel', 'blur'];
    events.forEach((name) => window.addEventListener(name, release));
    return () => events.forEach((name) => window.removeEventListener(name, release));
  }, [isPressed]);
  const press = useCallback(
    ({ target }: PointerEvent) => setPressed(focusOf(target) === 'article'),
    [],
  );
  return [isPressed, press];
}

const toolbarHeight = 56;
const away = { left: 0, top: -10_000 };

/**
 * The label bar beside the selection, or docked on narrow screens; hidden while the pointer drags.
 */
export function FloatingBar({
  held,
  isDocked,
  isDragging,
  articleBox,
  labels,
  chosenLabel,
  onLabel,
  onFind,
  children,
}: {
  held: HeldSelection | null;
  isDocked: boolean;
  isDragging: boolean;
  articleBox: RefObject<HTMLElement | null>;
  labels: readonly ShownLabel[];
  chosenLabel: string | null;
  onLabel: (key: string) => void;
  onFind: () => void;
  children?: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState<BarPosition>(away);
  const isShown = held !== null && !isDragging;

  useLayoutEffect(() => {
    const bar = frame.current?.firstElementChild;
    const article = articleBox.current?.getBoundingClientRect();
    if (isDocked || held === null || !bar || article === undefined) return;
    const { width, height } = bar.getBoundingClientRect();
    const screen = { top: toolbarHeight, bottom: window.innerHeight };
    setPosition(barPosition(held.rect, article, { width, height }, screen));
  }, [held, isDocked, isDragging, articleBox]);

  if (isDocked ? held === null && chosenLabel === null : !isShown) return null;
  return (
    <div ref={frame}>
      <LabelBar
        labels={labels}
        chosenLabel={held === null ? chosenLabel : null}
        position={isDocked ? null : position}
        onLabel={onLabel}
        onFind={onFind}
      >
        {children}
      </LabelBar>
    </div>
  );
}
