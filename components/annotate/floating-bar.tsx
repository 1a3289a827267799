import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { HeldSelection } from '@/components/article-text/article-text-props';
import { barPosition } from './bar-position';
import type { BarPosition } from './label-bar';
import { LabelBar } from './label-bar';
import type { ShownLabel } from '@/components/article-text/label-lookup';

const toolbarHeight = 56;
const away = { left: 0, top: -10_000 };

/** The label bar beside what is held, or docked on narrow screens; gone while the mouse still drags. */
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
