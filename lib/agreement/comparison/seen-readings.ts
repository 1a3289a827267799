import type { OpenArticle } from '@/lib/annotation/article-context';
import { maySeeLayer } from '@/lib/annotation/visibility';
import { invalid } from '@/lib/refusal';
import type { StoredReading } from './stored-reading';

/** Of an article's readings those that this person may see; of the others not even that they are there. */
export function seenReadings<Reading extends Pick<StoredReading, 'kind' | 'authorId' | 'state'>>(
  readings: readonly Reading[],
  context: Pick<OpenArticle, 'role' | 'blind' | 'ownState' | 'discussion'>,
  userId: string,
): Reading[] {
  return readings.filter(({ kind, authorId, state }) =>
    maySeeLayer({ ...context, userId }, { kind, authorId, state }),
  );
}

/** Whether a layer is a reading yet: submitted, be it silent, or with marks. An open layer without any was only opened. */
export function hasBegun({ state, annotations }: Pick<StoredReading, 'state' | 'annotations'>) {
  return state === 'submitted' || annotations > 0;
}

/**
 * The readings to compare, of those that somebody may see: the named ones, in that order, or every
 * analyst's that has begun. A name that is not among them is refused.
 */
export function chosenReadings(
  seen: readonly StoredReading[],
  named: readonly string[] | undefined,
): StoredReading[] {
  if (named === undefined)
    return seen.filter((reading) => reading.kind === 'analyst' && hasBegun(reading));
  return [...new Set(named)].map((layerId) => {
    const found = seen.find((reading) => reading.layerId === layerId);
    if (found === undefined)
      throw invalid(
        'layers',
        `There is no layer ${layerId} over this article’s newest text, or it is not open to you.`,
      );
    return found;
  });
}

/** Why so many readings cannot be compared; null where they can. */
export function reasonAgainst(readings: number): string | null {
  if (readings > 1) return null;
  return readings === 0
    ? 'No reading of this article is open to you yet, so there is nothing to compare.'
    : 'Only one reading of this article is open to you, so there is nothing to compare it with.';
}
