import { announce } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { requireMembership } from '@/lib/project/require-membership';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { RoundView } from './round';
import { roundFor } from './round';
import { findRound, holdRounds, insertRound } from './round-store';

/**
 * Opens the project's next discussion round: whoever has submitted a reading of an article that
 * others have submitted too sees theirs from now on, however blind the project is, and may revise
 * their own. What each reading held then is kept. Refused while one is open, and where no article
 * has two submitted readings.
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
        'No article has two submitted readings yet, so there is nothing to discuss. Nothing was changed.',
      );
    const opened = await findRound(tx, projectId, userId, number);
    if (opened === null) throw absent('round');
    return roundFor(role, opened);
  });
  announce({ kind: 'rights', of: { projectId } });
  return round;
}
