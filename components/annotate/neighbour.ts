import type { Annotation } from '@/lib/annotation/annotation';

const startOf = ({ segments }: Annotation) => segments[0]?.start ?? 0;

/**
 * The annotation after or before the chosen one; with none chosen the next one from the caret, or
 * the last one before it. Null at either end. `annotations` are sorted by start.
 */
export function neighbourOf(
  annotations: readonly Annotation[],
  to: 'next' | 'previous',
  chosen: Annotation | null,
  caret: () => number,
): Annotation | null {
  const rank = chosen === null ? -1 : annotations.findIndex(({ id }) => id === chosen.id);
  if (rank >= 0) return annotations[to === 'next' ? rank + 1 : rank - 1] ?? null;
  const position = caret();
  const after = annotations.findIndex((annotation) => startOf(annotation) >= position);
  if (to === 'next') return annotations[after] ?? null;
  return annotations[(after === -1 ? annotations.length : after) - 1] ?? null;
}
