import { inTextOrder } from '@/lib/comparison/compared-unit';
import { createHash } from 'node:crypto';
import type { AttributeValue } from '@/lib/annotation/annotation';
import type { SourceAnnotation } from './adjudication-unit';

/** The hash of no annotations. */
export const nothing = '-';

const sorted = (attributes: Readonly<Record<string, AttributeValue>>) =>
  Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1));

const contentKey = ({ label, segments, attributes }: SourceAnnotation): string =>
  JSON.stringify([label, segments.map(({ start, end }) => [start, end]), sorted(attributes)]);

/** Annotations in text order; those on the same segments by content, so that ids do not matter. */
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
 * A short hash of annotations, the same for the same labels, segments and attributes; notes and
 * confidence do not count. 16 characters of the SHA-256 in base64url, or `nothing` where there are
 * none.
 */
export function contentHash(annotations: readonly SourceAnnotation[]): string {
  if (annotations.length === 0) return nothing;
  const hash = createHash('sha256');
  for (const annotation of inContentOrder(annotations))
    hash.update(contentKey(annotation)).update('\n');
  return hash.digest('base64url').slice(0, 16);
}
