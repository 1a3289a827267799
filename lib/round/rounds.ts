import type { Listing, ListingQuery } from '@/lib/page';
import { cursorKey, listing } from '@/lib/page';
import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { layerAnnouncements } from '@/lib/annotation/change-announcements';
import { findTheseLayers } from '@/lib/annotation/layer-store';
import { db } from '@/lib/db';
import { announce } from '@/lib/live/announce';
import { requireMembership } from '@/lib/project/require-membership';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { RoundView } from './round';
import { roundFor } from './round';
import { findRounds, findRound, holdRounds, insertRound, endRound } from './round-store';

/** The project's discussion rounds, newest first, for its members. */
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

/**
 * A discussion round without its figures, for the project's members. Throws `absent` where there is
 * none.
 */
export async function findTheRound(
  viewer: Viewer,
  projectId: string,
  number: number,
): Promise<RoundView> {
  const { role } = await requireMembership(viewer, projectId, 'read project');
  const round = await findRound(db(), projectId, viewer.userId, number);
  if (round === null) throw absent('round');
  return roundFor(role, round);
}

/**
 * Opens the project's next discussion round: those who have submitted an article that others have
 * submitted too see their annotations from now on, whatever the project's blind policy, and may
 * revise their own. What each layer has at that moment is stored. Throws `conflict` while a round
 * is open, and where no article has two submissions.
 */
export async function openRound(viewer: Viewer, projectId: string): Promise<RoundView> {
  const { userId } = viewer;
  const round = await transaction(async (tx) => {
    const { role } = await requireMembership(viewer, projectId, 'hold rounds', tx);
    if (await holdRounds(tx, projectId))
      throw conflict(
        'A discussion round of this project is open already. Nothing was changed; close it before the next one.',
      );
    const { number, layers } = await insertRound(tx, projectId, userId);
    if (layers === 0)
      throw conflict(
        'No article has two submissions yet, so there is nothing to discuss. Nothing was changed.',
      );
    const opened = await findRound(tx, projectId, userId, number);
    if (opened === null) throw absent('round');
    return roundFor(role, opened);
  });
  announce({ kind: 'rights', of: { projectId } });
  return round;
}

/**
 * Closes a discussion round: what each of its layers has now is stored beside what it had before,
 * and those that are open again are submitted as they are. Throws `conflict` for a closed round.
 */
export async function closeRound(
  viewer: Viewer,
  projectId: string,
  number: number,
): Promise<RoundView> {
  const { userId } = viewer;
  const { round, submitted } = await transaction(async (tx) => {
    const { role } = await requireMembership(viewer, projectId, 'hold rounds', tx);
    await holdRounds(tx, projectId);
    const open = await findRound(tx, projectId, userId, number);
    if (open === null) throw absent('round');
    if (open.closedAt !== null)
      throw conflict(`Round ${number} is closed already. Nothing was changed.`);
    const ids = await endRound(tx, open.id, userId);
    const closed = await findRound(tx, projectId, userId, number);
    if (closed === null) throw absent('round');
    return { round: roundFor(role, closed), submitted: await findTheseLayers(tx, ids) };
  });
  announce(...submitted.flatMap(layerAnnouncements), { kind: 'rights', of: { projectId } });
  return round;
}
