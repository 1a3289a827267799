import { contentOf } from './annotation';
import { conflict } from '@/lib/refusal';
import type { Changed, Done, SentChange, Stored } from './sent-change';
import { annotationOf, placed } from './sent-change';

/** The annotations and earlier events that a request refers to. */
type Known = {
  layerId: string;
  stored: ReadonlyMap<string, Stored>;
  done: ReadonlyMap<string, Done>;
};

function answer(change: SentChange, known: Known, text: string): Changed | null {
  const done = known.done.get(change.idempotencyKey ?? '');
  const stored = known.stored.get(change.annotationId);
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
  return { annotation, made: done.kind === 'put' && before !== 'put' };
}

/**
 * The answers to a request that was carried out before, as they were then, whatever has happened
 * since; null where none of its idempotency keys is known.
 *
 * @throws {Refusal} `conflict` where a key was used for another change.
 */
export function answerRepeated(
  changes: readonly SentChange[],
  known: Known,
  userId: string,
  text: string,
): Changed[] | null {
  if (known.done.size === 0) return null;
  const isThis = ({ idempotencyKey, annotationId, put }: SentChange) => {
    const done = known.done.get(idempotencyKey ?? '');
    if (done === undefined) return true;
    const removes = done.kind === 'remove';
    return (
      done.byId === userId &&
      done.layerId === known.layerId &&
      done.annotationId === annotationId &&
      removes === (put === null)
    );
  };
  if (!changes.every(isThis)) {
    throw conflict(
      'This Idempotency-Key was used for another change. Nothing was changed; please choose a new one.',
    );
  }
  return changes.flatMap((change) => answer(change, known, text) ?? []);
}
