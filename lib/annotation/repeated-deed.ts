import { conflict } from '@/lib/refusal';
import type { Changed, Done, SentDeed, Stored } from './deed';
import { annotationOf, placed } from './deed';
import { contentOf } from './stored-content';

/** What a request touches, of what is already there. */
type Known = {
  layerId: string;
  stored: ReadonlyMap<string, Stored>;
  done: ReadonlyMap<string, Done>;
};

function answer(deed: SentDeed, known: Known, text: string): Changed | null {
  const done = known.done.get(deed.deedId ?? '');
  const stored = known.stored.get(deed.annotationId);
  if (stored === undefined || stored.layerId !== known.layerId) return null;
  if (done === undefined) return { annotation: annotationOf(text, stored), made: false };
  const { codebookVersion, ...content } = contentOf(done.content);
  const { version, at, before } = done;
  const annotation = {
    id: stored.id,
    layerId: stored.layerId,
    ...placed(text, content, codebookVersion),
    version,
    createdAt: stored.createdAt,
    updatedAt: at,
  };
  return { annotation, made: done.deed === 'put' && before !== 'put' };
}

/**
 * The answers of a request that was carried out before, as they were then, whatever has happened
 * since; null when none of its deeds is known. A deed's name that was used for anything else is
 * refused.
 */
export function answerRepeated(
  deeds: readonly SentDeed[],
  known: Known,
  userId: string,
  text: string,
): Changed[] | null {
  if (known.done.size === 0) return null;
  const isThis = ({ deedId, annotationId, put }: SentDeed) => {
    const done = known.done.get(deedId ?? '');
    if (done === undefined) return true;
    const removes = done.deed === 'remove';
    return (
      done.byId === userId &&
      done.layerId === known.layerId &&
      done.annotationId === annotationId &&
      removes === (put === null)
    );
  };
  if (!deeds.every(isThis)) {
    throw conflict(
      'This Idempotency-Key was used for another deed. Nothing was changed; please choose a new one.',
    );
  }
  return deeds.flatMap((deed) => answer(deed, known, text) ?? []);
}
