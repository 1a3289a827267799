import { db } from '@/lib/db';
import { forbidden } from '@/lib/refusal';
import { announce } from './announce';
import { forgetViewer } from './known-viewers';
import { raiseEpoch } from './user-store';
import type { Viewer } from './viewer';

/** Ends every session of the one who asks, on every machine; tokens stay. */
export async function endSessions(viewer: Viewer): Promise<void> {
  if (viewer.by !== 'session') throw forbidden('A token cannot end sessions. Sign in to do it.');
  await raiseEpoch(db(), viewer.userId);
  forgetViewer(viewer.userId);
  announce({ kind: 'rights', of: { userId: viewer.userId } });
}
