import { LRUCache } from 'lru-cache';
import type { Db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import type { OffsetUnit, PositionIndex } from './code-points';
import { positionIndex } from './code-points';
import { findText } from './revision-store';

/** The text of a revision with its position index in each unit. */
export type FrozenText = { text: string; indexIn(unit: OffsetUnit): PositionIndex };

/** Maximum number of cached code units: 64 MB at two bytes each. */
const maxUnits = 32 * 1024 * 1024;

const cache = new LRUCache<string, FrozenText>({
  maxSize: maxUnits,
  sizeCalculation: ({ text }) => text.length + 1,
});

function frozen(text: string): FrozenText {
  const indexes = new Map<OffsetUnit, PositionIndex>();
  return {
    text,
    indexIn(unit) {
      const index = indexes.get(unit) ?? positionIndex(text, unit);
      indexes.set(unit, index);
      return index;
    },
  };
}

async function readFrozen(on: Db, revisionId: string): Promise<FrozenText> {
  const text = await findText(on, revisionId);
  if (text === null) throw absent('revision');
  return frozen(text);
}

/**
 * The text of a revision, cached, since it never changes. Callers check who may read it.
 *
 * @throws {Refusal} `absent` where there is no such revision.
 */
export async function frozenText(on: Db, revisionId: string): Promise<FrozenText> {
  const known = cache.get(revisionId);
  if (known !== undefined) return known;
  const read = await readFrozen(on, revisionId);
  cache.set(revisionId, read);
  return read;
}

/**
 * As `frozenText`, for a single pass over many texts: a text that is not cached is not added to the
 * cache.
 */
export async function passingText(on: Db, revisionId: string): Promise<FrozenText> {
  return cache.peek(revisionId) ?? readFrozen(on, revisionId);
}
