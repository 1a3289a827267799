import type { EditorView } from '@tiptap/pm/view';
import type { Segment } from '@/lib/article/segment';
import type { DocumentPositions } from './document-positions';

/** The DOM range of a segment as the editor has painted it. */
export function rangeOf(view: EditorView, positions: DocumentPositions, segment: Segment): Range {
  const range = document.createRange();
  const start = view.domAtPos(positions.toDocument(segment.start), 1);
  const end = view.domAtPos(positions.toDocument(segment.end), -1);
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/**
 * Paints segments as the selection that is held, over the marks and without touching them; null
 * takes it away. Browsers without the Custom Highlight API show their own selection only.
 */
export function highlightSegments(
  view: EditorView,
  positions: DocumentPositions,
  segments: readonly Segment[] | null,
): void {
  if (!('highlights' in CSS)) return;
  if (segments === null) CSS.highlights.delete('article-held');
  else {
    const ranges = segments.map((segment) => rangeOf(view, positions, segment));
    CSS.highlights.set('article-held', new Highlight(...ranges));
  }
}
