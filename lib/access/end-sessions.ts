import { forbidden } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { announce } from './announce';
import { forgetViewer } from './known-viewers';
import { recordSecurityEvent } from './record-security-event';
import { raiseEpoch } from './user-store';
import type { Viewer } from './viewer';

/** Ends every session of the one who asks, on every machine; tokens stay. */
export async function endSessions(viewer: Viewer): Promise<void> {
  if (viewer.by !== 'session') throw forbidden('A token cannot end sessions. Sign in to do it.');
  const { userId } = viewer;
  await transaction(async (tx) => {
    await raiseEpoch(tx, userId);
    await recordSecurityEvent(tx, { kind: 'sessions-ended', actorId: userId, userId });
  });
  forgetViewer(viewer.userId);
  announce({ kind: 'rights', of: { userId: viewer.userId } });
}
