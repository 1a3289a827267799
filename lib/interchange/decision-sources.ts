import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';

/** A version that was decided on, and whose it was. */
export type OpenSource = { annotator: string; annotationId: string; version: number };

/**
 * The versions that a decision was made on, as far as their layers are shown to the reader, by the
 * names under which these are shown; none where the project keeps back who made which.
 */
export function openSources(
  { sources }: Pick<StoredDecision, 'sources'>,
  annotatorOf: (layerId: string) => string | undefined,
  anonymous: boolean,
): OpenSource[] {
  if (anonymous) return [];
  return sources.flatMap(({ layerId, annotationId, version }) => {
    const annotator = annotatorOf(layerId);
    return annotator === undefined ? [] : [{ annotator, annotationId, version }];
  });
}
