import type { Edge } from '@/lib/annotation/span-selection';
import { highlightSegments } from './held-selection';
import { snapToGraphemes, snapToWords, withEdgeAt } from '@/lib/annotation/span-selection';
import type { Segment } from '@/lib/article/segment';
import type { Page } from './held-selection';
import type { Painting } from './painting';
import type { Pieces } from './pieces';

/** The distance from the window's top or bottom, in px, within which a mark is scrolled to. */
const margin = 96;

/** A point in px from the top left corner of the article's offset parent, with the height of its line. */
export type EdgePoint = { left: number; top: number; height: number };

/** The layout of marks on the page. */
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

  /** See `ArticleTextHandle.topOf`. A piece outside of the laid out part has its paragraph's top. */
  topOf(annotationId: string): number | null {
    const piece = this.pieces.of(annotationId)[0];
    const paragraph = piece?.closest('p');
    if (!piece || !paragraph) return null;
    const isLaidOut = paragraph.checkVisibility({ contentVisibilityAuto: true });
    const rect = isLaidOut ? piece.getClientRects()[0] : paragraph.getBoundingClientRect();
    return rect ? rect.top - this.page.view.dom.getBoundingClientRect().top : null;
  }

  /** The point of an end of an annotation; null where it is not painted. */
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
   * and painted as the held selection. Null where the end cannot be there.
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
