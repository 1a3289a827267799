import { z } from 'zod';
import type { Listing, ListingQuery } from '@/lib/access/listing';
import { cursorKey, listing } from '@/lib/access/listing';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import type { RoundView } from './round';
import { roundFor } from './round';
import { findRounds } from './round-store';

/** The project's discussion rounds, the newest first, for its members. */
export async function listRounds(
  viewer: Viewer,
  projectId: string,
  { limit, cursor }: ListingQuery,
): Promise<Listing<RoundView>> {
  const { role } = await requireMembership(viewer, projectId, 'read project');
  const key = cursorKey(cursor, z.tuple([z.int32().min(0)]));
  const rounds = await findRounds(db(), projectId, viewer.userId, {
    limit,
    before: key?.[0] ?? null,
  });
  return listing(
    rounds,
    limit,
    ({ number }) => [number],
    (round) => roundFor(role, round),
  );
}
