import type { SourceAnnotation } from './adjudication-unit';
import { createHash } from 'node:crypto';
import { inTextOrder } from '@/lib/comparison/compared-annotation';
import type { AttributeValue } from '@/lib/annotation/annotation';

/** What is said by those who mark nothing. */
export const nothing = '-';

const sorted = (attributes: Readonly<Record<string, AttributeValue>>) =>
  Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1));

const contentKey = ({ label, segments, attributes }: SourceAnnotation): string =>
  JSON.stringify([label, segments.map(({ start, end }) => [start, end]), sorted(attributes)]);

/** Marks in text order; those on the same stretch by what they say, so that nobody’s id decides. */
export function inContentOrder(annotations: readonly SourceAnnotation[]): SourceAnnotation[] {
  if (annotations.length < 2) return [...annotations];
  return annotations
    .map((annotation) => ({
      annotation,
      position: { ...annotation, id: '' },
      key: contentKey(annotation),
    }))
    .sort(
      (one, other) =>
        inTextOrder(one.position, other.position) ||
        (one.key < other.key ? -1 : Number(one.key > other.key)),
    )
    .map(({ annotation }) => annotation);
}

/**
 * What marks say in a short string, the same for all who say the same: labels, segments and
 * attributes. Notes and confidence are about it, not it. `nothing` where there are none.
 */
export function contentHash(annotations: readonly SourceAnnotation[]): string {
  if (annotations.length === 0) return nothing;
  const hash = createHash('sha256');
  for (const annotation of inContentOrder(annotations))
    hash.update(contentKey(annotation)).update('\n');
  return hash.digest('base64url').slice(0, 16);
}
