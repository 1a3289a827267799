import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { absent } from '@/lib/refusal';
import type { RoundView } from './round';
import { roundFor } from './round';
import { findRound } from './round-store';

/** A discussion round without its figures, for the project's members. */
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
