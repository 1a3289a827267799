import type { PositionIndex } from '@/lib/article/code-points';
import { segmentsIn } from '@/lib/annotation/positions';
import type { SeenThread } from './seen-thread';
import type { ThreadView } from './thread';

/** A thread with its positions told in the unit of `index`, which belongs to its revision's text. */
export function threadIn(
  index: PositionIndex,
  { revisionId: _, segments, ...thread }: SeenThread,
): ThreadView {
  return { ...thread, segments: segmentsIn(index, segments), offsetUnit: index.unit };
}
