import { snapToGraphemes } from '@/lib/annotation/span-selection';
import type { Segment } from '@/lib/article/segment';

/** A stretch of a unit: whether the reading marks it, its words, and whether some of them are left out for room. */
export type VersionPiece = { isMarked: boolean; text: string };

const maxLength = 90;

/** Both ends of a long stretch; only its ends say where readings differ. */
function shortened(text: string, { start, end }: Segment): string {
  if (end - start <= maxLength) return text.slice(start, end);
  const head = snapToGraphemes(text, { start, end: start + maxLength / 2 }).end;
  const tail = snapToGraphemes(text, { start: end - maxLength / 2, end }).start;
  return `${text.slice(start, head)} … ${text.slice(tail, end)}`;
}

/**
 * A unit's words as one reading has them: what it marks and what it leaves, one after the other, so
 * that differing ends show. Long stretches lose their middle.
 */
export function versionPieces(
  text: string,
  unit: Segment,
  segments: readonly Segment[],
): VersionPiece[] {
  const pieces: VersionPiece[] = [];
  const put = (isMarked: boolean, segment: Segment) => {
    if (segment.start < segment.end) pieces.push({ isMarked, text: shortened(text, segment) });
  };
  let at = unit.start;
  for (const { start, end } of segments.toSorted((one, other) => one.start - other.start)) {
    put(false, { start: at, end: start });
    put(true, { start: Math.max(at, start), end });
    at = Math.max(at, end);
  }
  put(false, { start: at, end: unit.end });
  return pieces;
}
