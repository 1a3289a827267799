import type { Edge } from '@/lib/annotation/span-edge';
import { withEdgeAt } from '@/lib/annotation/span-edge';
import { snapToGraphemes, snapToWords } from '@/lib/annotation/span-selection';
import type { Segment } from '@/lib/article/segment';
import { highlightSegments } from './highlight-segments';
import type { Page } from './held-selection';
import type { Painting } from './painting';
import type { Pieces } from './pieces';

/** How near to the window's top or bottom a mark may be without being scrolled to. */
const margin = 96;

/** A place in px from the top left corner of what the article is placed in, as high as its line. */
export type EdgePoint = { left: number; top: number; height: number };

/** Where marks are on the page, and what is at a point of it. */
export class HighlightLayout {
  constructor(
    private readonly page: Page,
    private readonly painting: Painting,
    private readonly pieces: Pieces,
  ) {}

  reveal(annotationId: string): void {
    const piece = this.pieces.of(annotationId)[0];
    const rect = piece?.getClientRects()[0];
    if (rect && (rect.top < margin || rect.bottom > innerHeight - margin))
      piece?.scrollIntoView({ block: 'center' });
  }

  /** See `ArticleTextHandle.topOf`. A piece that was not laid out, being far away, has its paragraph's top. */
  topOf(annotationId: string): number | null {
    const piece = this.pieces.of(annotationId)[0];
    const paragraph = piece?.closest('p');
    if (!piece || !paragraph) return null;
    const isLaidOut = paragraph.checkVisibility({ contentVisibilityAuto: true });
    const rect = isLaidOut ? piece.getClientRects()[0] : paragraph.getBoundingClientRect();
    return rect ? rect.top - this.page.view.dom.getBoundingClientRect().top : null;
  }

  /** Where an end of an annotation is; null when it is not painted. */
  edgePoint(annotationId: string, edge: Edge): EdgePoint | null {
    const segments = this.painting.get(annotationId)?.annotation.segments;
    const at = edge === 'start' ? segments?.[0]?.start : segments?.at(-1)?.end;
    if (at === undefined) return null;
    const { view, positions } = this.page;
    const { left, top, bottom } = view.coordsAtPos(
      positions.toDocument(at),
      edge === 'start' ? 1 : -1,
    );
    const origin = (view.dom.offsetParent ?? view.dom).getBoundingClientRect();
    return { left: left - origin.left, top: top - origin.top, height: bottom - top };
  }

  /**
   * An annotation's span with one end at a point of the window, snapped to words or to characters,
   * and shown as if it were held. Null where the end cannot be.
   */
  spanWithEdgeAt(
    annotationId: string,
    edge: Edge,
    point: { x: number; y: number },
    byWords: boolean,
  ): Segment[] | null {
    const { text, words, view, positions } = this.page;
    const found = view.posAtCoords({ left: point.x, top: point.y });
    const span = this.painting.get(annotationId)?.annotation.segments;
    if (!found || !span) return null;
    const at = positions.toText(found.pos);
    const start = edge === 'start' ? at : (span[0]?.start ?? 0);
    const end = edge === 'end' ? at : (span.at(-1)?.end ?? 0);
    if (start >= end) return null;
    const whole = { start, end };
    const snapped = byWords ? snapToWords(text, words, whole) : snapToGraphemes(text, whole);
    const resized = withEdgeAt(text, span, edge, snapped[edge]);
    if (resized) highlightSegments(view, positions, resized);
    return resized;
  }
}
