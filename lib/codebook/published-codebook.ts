import { LRUCache } from 'lru-cache';
import type { Db } from '@/lib/db';
import type { Codebook } from './codebook';
import { findVersion } from './codebook-store';

// A published version never changes, so what was read once holds for as long as the process.
const held = new LRUCache<string, Codebook>({ max: 200 });

/** A published codebook, read from the database at most once while it is remembered; null where there is none. */
export async function publishedCodebook(
  db: Db,
  projectId: string,
  version: number,
): Promise<Codebook | null> {
  const key = `${projectId} ${version}`;
  const known = held.get(key);
  if (known !== undefined) return known;
  const found = await findVersion(db, projectId, version);
  if (found !== null) held.set(key, found.content);
  return found?.content ?? null;
}
