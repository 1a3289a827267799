import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import type { ExportQuery } from './csv-choice';
import type { AtRound } from './round-pages';
import { findRoundId } from './round-store';

/** The moment of a round of the project that an export is asked for; null where it is asked for as it is now. A round that is not there is refused. */
export async function askedRound(
  projectId: string,
  { round, moment }: ExportQuery,
): Promise<AtRound | null> {
  if (round === undefined || moment === undefined) return null;
  const roundId = await findRoundId(db(), projectId, round);
  if (roundId === null) throw absent('round');
  return { roundId, moment };
}
