import { LRUCache } from 'lru-cache';
import type { Db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import type { OffsetUnit, PositionIndex } from './code-points';
import { positionIndex } from './code-points';
import { findText } from './revision-store';

/** The text of a revision with its positions in each unit. */
export type FrozenText = { text: string; indexIn(unit: OffsetUnit): PositionIndex };

/** At two bytes a code unit, 64 MB. */
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
 * The text of a revision, from memory where it was read lately: it never changes. Whether the one
 * who asks may read it is the caller's question.
 */
export async function frozenText(on: Db, revisionId: string): Promise<FrozenText> {
  const known = cache.get(revisionId);
  if (known !== undefined) return known;
  const read = await readFrozen(on, revisionId);
  cache.set(revisionId, read);
  return read;
}

/** The same for one who goes through many texts once: what was not in memory is not kept there. */
export async function passingText(on: Db, revisionId: string): Promise<FrozenText> {
  return cache.peek(revisionId) ?? readFrozen(on, revisionId);
}
