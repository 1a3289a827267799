import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { layerAnnouncements } from '@/lib/annotation/change-announcements';
import { findTheseLayers } from '@/lib/annotation/layer-store';
import { requireMembership } from '@/lib/project/require-membership';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { RoundView } from './round';
import { roundFor } from './round';
import { endRound, findRound, holdRounds } from './round-store';

/**
 * Closes a discussion round: what each of its readings holds now is kept beside what it held before,
 * and those that are open again are submitted as they stand. Refused for one that is closed.
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
