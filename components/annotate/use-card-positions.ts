import type { ArticleTextHandle } from '@/components/article-text/article-text';
import type { LayoutNotifier } from './around-article';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RefCallback, RefObject } from 'react';
import type { Annotation } from '@/lib/annotation/annotation';
import { cardHeight } from './annotation-card';
import type { CardPosition } from './card-positions';
import { placeCards } from './card-positions';

/**
 * The cards near the screen, their height, how far down the last one reaches, and the annotations
 * and choice that they were laid out for: those of the last frame while new ones are painted.
 */
type LaidCards = {
  positions: readonly CardPosition[];
  isCompact: boolean;
  foot: number;
  annotations: readonly Annotation[];
  chosenId: string | null;
};

type CardPositionsOptions = {
  annotations: readonly Annotation[];
  chosenId: string | null;
  article: RefObject<ArticleTextHandle | null>;
  /** The element to whose top positions are relative. */
  articleBox: RefObject<HTMLElement | null>;
  /** Notifies when annotations moved. */
  layoutNotifier: LayoutNotifier;
};

const none: LaidCards = {
  positions: [],
  isCompact: false,
  foot: 0,
  annotations: [],
  chosenId: null,
};
const between = 6;
/**
 * Scroll distance, in px, after which cards are laid out again; a screen beyond the view is laid
 * out already.
 */
const stride = 160;

function isSame(one: LaidCards, other: LaidCards): boolean {
  return (
    one.annotations === other.annotations &&
    one.chosenId === other.chosenId &&
    one.isCompact === other.isCompact &&
    one.positions.length === other.positions.length &&
    one.positions.every(({ rank, top }, index) => {
      const there = other.positions[index];
      return there?.rank === rank && there.top === top;
    })
  );
}

function lay(
  { annotations, chosenId, article, articleBox }: CardPositionsOptions,
  openHeight: number,
): LaidCards {
  const box = articleBox.current?.getBoundingClientRect();
  if (box === undefined || annotations.length === 0) return { ...none, annotations, chosenId };
  const isCompact = annotations.length * (cardHeight.open + between) > box.height;
  const chosen = annotations.findIndex(({ id }) => id === chosenId);
  const closed = isCompact ? cardHeight.compact : cardHeight.open;
  const heightOf = (rank: number) => (rank === chosen ? Math.max(openHeight, closed) : closed);
  const positions = placeCards({
    count: annotations.length,
    topOf: (rank) => article.current?.topOf(annotations[rank]?.id ?? '') ?? null,
    heightOf,
    view: { from: -box.top, to: window.innerHeight - box.top },
    chosen: chosen === -1 ? null : chosen,
  });
  const last = positions.at(-1);
  const foot = last === undefined ? 0 : last.top + heightOf(last.rank);
  return { positions, isCompact, foot, annotations, chosenId };
}

/**
 * Keeps the cards near the screen beside their spans when annotations, the screen or the choice
 * change.
 */
export function useCardPositions(
  options: CardPositionsOptions,
): LaidCards & { openCard: RefCallback<HTMLElement> } {
  const [laid, setLaid] = useState(none);
  const openHeight = useRef(0);
  const laidAt = useRef(Number.NaN);
  const frame = useRef(0);
  const turn = useRef<ReturnType<typeof setTimeout>>(undefined);

  const updatePositions = useEffectEvent(() => {
    laidAt.current = window.scrollY;
    const next = lay(options, openHeight.current);
    setLaid((before) => (isSame(before, next) ? before : next));
  });
  const { annotations, chosenId, layoutNotifier } = options;

  useEffect(() => {
    const soon = () => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => updatePositions());
    };
    // What caused the notification is painted first; cards follow in the next frame.
    const afterPaint = () => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => {
        clearTimeout(turn.current);
        turn.current = setTimeout(() => updatePositions());
      });
    };
    const handleLayout = (atOnce: boolean) => (atOnce ? updatePositions() : afterPaint());
    const scrolled = () => {
      if (!(Math.abs(window.scrollY - laidAt.current) < stride)) soon();
    };
    const unsubscribe = layoutNotifier.listen(handleLayout);
    window.addEventListener('scroll', scrolled, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame.current);
      clearTimeout(turn.current);
      unsubscribe();
      window.removeEventListener('scroll', scrolled);
      window.removeEventListener('resize', soon);
    };
  }, [layoutNotifier]);

  useEffect(() => layoutNotifier.notify(), [annotations, chosenId, layoutNotifier]);

  const openCard = useCallback(
    (card: HTMLElement | null) => {
      if (card === null) return undefined;
      const measure = new ResizeObserver(() => {
        openHeight.current = card.offsetHeight;
        layoutNotifier.notify();
      });
      measure.observe(card);
      return () => measure.disconnect();
    },
    [layoutNotifier],
  );
  return { ...laid, openCard };
}
