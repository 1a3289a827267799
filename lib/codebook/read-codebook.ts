import type { Listing, ListingQuery } from '@/lib/page';
import { cursorKey, listing } from '@/lib/page';
import { z } from 'zod';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { Db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { absent } from '@/lib/refusal';
import type { Codebook, CodebookView, CodebookVersionView, CodebookEntryView } from './codebook';
import { findCodebook, findVersion, findVersions } from './codebook-store';

/**
 * The draft of a project's codebook, for its members.
 *
 * @throws {Refusal} `absent` where the viewer is no member.
 */
export async function readCodebook(viewer: Viewer, projectId: string): Promise<CodebookView> {
  await requireMembership(viewer, projectId, 'read codebook');
  const stored = await findCodebook(db(), projectId);
  if (stored === null) throw absent('codebook');
  const { draft, version, updatedAt } = stored;
  return { ...draft, version, updatedAt: updatedAt.toISOString() };
}

const maxVersion = 2_147_483_647;

/**
 * A published version of a project's codebook, for its members.
 *
 * @throws {Refusal} `absent` where there is no such version, or the viewer is no member.
 */
export async function readVersion(
  viewer: Viewer,
  projectId: string,
  version: number,
): Promise<CodebookVersionView> {
  await requireMembership(viewer, projectId, 'read codebook');
  const found = version <= maxVersion ? await findVersion(db(), projectId, version) : null;
  if (found === null) throw absent('version of the codebook');
  const { content, publishedAt, publishedBy } = found;
  return { ...content, version, publishedAt: publishedAt.toISOString(), publishedBy };
}

/**
 * The published versions of a project's codebook without their content, newest first, for its
 * members.
 */
export async function listVersions(
  viewer: Viewer,
  projectId: string,
  { limit, cursor }: ListingQuery,
): Promise<Listing<CodebookEntryView>> {
  await requireMembership(viewer, projectId, 'read codebook');
  const key = cursorKey(cursor, z.tuple([z.int().min(0).max(2_147_483_647)]));
  const rows = await findVersions(db(), projectId, limit, key?.[0] ?? null);
  return listing(
    rows,
    limit,
    ({ version }) => [version],
    ({ publishedAt, ...entry }) => ({ ...entry, publishedAt: publishedAt.toISOString() }),
  );
}

// A published version never changes, so a cached one is valid for as long as the process runs.
const held = new LRUCache<string, Codebook>({ max: 200 });

/**
 * A published codebook from the cache of the last 200, else the database; null where there is none.
 * Checks no rights.
 */
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
