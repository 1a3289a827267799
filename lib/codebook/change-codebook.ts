import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { standingIn } from '@/lib/project/standing';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { Codebook } from './codebook';
import { findCodebook, lockCodebook, replaceDraft } from './codebook-store';
import type { CodebookView } from './codebook-view';
import { isSame } from './difference';

/** Which draft a change was made from: its `updatedAt`. Without it any draft is replaced. */
export const draftGuard = z.object({ basedOn: z.iso.datetime({ offset: true }).optional() });

/**
 * Replaces the draft; published versions stay as they are, and so does every annotation. The same
 * draft again changes nothing. With `basedOn`, a draft that somebody has changed since is kept.
 */
export async function changeCodebook(
  viewer: Viewer,
  projectId: string,
  draft: Codebook,
  basedOn?: string,
): Promise<CodebookView> {
  return transaction(async (tx) => {
    await standingIn(viewer, projectId, 'change codebook', tx);
    await lockCodebook(tx, projectId);
    const before = await findCodebook(tx, projectId);
    if (before === null) throw absent('codebook');
    if (!isSame(before.draft, draft)) {
      if (basedOn !== undefined && Date.parse(basedOn) !== before.updatedAt.getTime()) {
        throw conflict(
          'Somebody else has changed this draft since you opened it. Their draft was kept; copy what you need from yours, then load the page again.',
        );
      }
      await replaceDraft(tx, projectId, draft);
    }
    const after = (await findCodebook(tx, projectId)) ?? before;
    return { ...after.draft, version: after.version, updatedAt: after.updatedAt.toISOString() };
  });
}
