import type { Edge } from '@/lib/annotation/span-selection';
import { useEffect, useState } from 'react';
import type { PointerEvent } from 'react';
import type { Segment } from '@/lib/article/segment';
import classes from './article-text.module.css';
import type { ArticleView } from './article-view';
import type { EdgePoint } from './highlight-layout';

const edges = ['start', 'end'] as const;

/** The distance from the window's edge within which the page scrolls with a dragged handle, and the step, in px. */
const scrollZone = 48;
const scrollStep = 16;

type Points = Record<Edge, EdgePoint | null>;

/**
 * The handles at the ends of the chosen annotation, dragged with mouse or finger. The keys [ and ] do
 * the same, so the handles are hidden from assistive technology.
 */
export function EdgeHandles({
  view,
  annotationId,
  laidOut,
  onResize,
}: {
  view: ArticleView;
  annotationId: string;
  /** Changes when marks may have moved. */
  laidOut: unknown;
  onResize: (segments: Segment[]) => void;
}) {
  const [points, setPoints] = useState<Points>({ start: null, end: null });
  const [resized, setResized] = useState<Segment[] | null>(null);

  useEffect(() => {
    const { highlightLayout } = view;
    setPoints({
      start: highlightLayout.edgePoint(annotationId, 'start'),
      end: highlightLayout.edgePoint(annotationId, 'end'),
    });
  }, [view, annotationId, laidOut]);

  const drag = (edge: Edge, event: PointerEvent<HTMLSpanElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { clientX: x, clientY, altKey } = event;
    // A finger covers what it drags, so the point above it counts.
    const y = event.pointerType === 'touch' ? clientY - 24 : clientY;
    const span = view.highlightLayout.spanWithEdgeAt(annotationId, edge, { x, y }, !altKey);
    if (span) setResized(span);
    if (y < scrollZone) scrollBy(0, -scrollStep);
    else if (y > innerHeight - scrollZone) scrollBy(0, scrollStep);
  };

  const end = (isDone: boolean): void => {
    if (isDone && resized) onResize(resized);
    setResized(null);
    view.showHeld();
  };

  return edges.map((edge) => {
    const point = points[edge];
    return (
      point && (
        <span
          key={edge}
          aria-hidden
          className={classes.handle}
          data-edge={edge}
          style={{ left: point.left, top: point.top, height: point.height }}
          onPointerDown={(event) => {
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => drag(edge, event)}
          onPointerUp={() => end(true)}
          onPointerCancel={() => end(false)}
        />
      )
    );
  });
}
