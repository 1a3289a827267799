import { db } from '@/lib/db';
import { forbidden } from '@/lib/refusal';
import type { SecondFactorView } from './second-factor';
import { countRecoveryCodes, findFactor } from './second-factor-store';
import type { Viewer } from './viewer';

/** Whether the one who asks has a second factor, and how many recovery codes; for sessions only. */
export async function readSecondFactor(viewer: Viewer): Promise<SecondFactorView> {
  if (viewer.by !== 'session') throw forbidden('A token cannot read how somebody signs in.');
  const factor = await findFactor(db(), viewer.userId);
  const confirmedAt = factor?.confirmedAt?.toISOString() ?? null;
  if (confirmedAt === null) return { confirmedAt, recoveryCodes: 0 };
  return { confirmedAt, recoveryCodes: await countRecoveryCodes(db(), viewer.userId) };
}
