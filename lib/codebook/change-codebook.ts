import type { Doc } from 'yjs';
import { encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { z } from 'zod';
import { sayInText } from '@/lib/access/say-in-text';
import { stateOf } from '@/lib/access/shared-state';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { standingIn } from '@/lib/project/standing';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { Codebook } from './codebook';
import type { StoredCodebook } from './codebook-store';
import { findCodebook, findGuidelinesState, lockCodebook, replaceDraft } from './codebook-store';
import type { CodebookView } from './codebook-view';
import { isSame } from './difference';
import type { GuidelinesForm } from './guidelines-form';
import { guidelinesText } from './guidelines-text';

/**
 * Which draft a change was made from: its `updatedAt`. Without it any draft is replaced. With
 * `guidelines=keep` the guidelines of the draft stay, whatever is sent of them, and writing them is
 * no change that the guard would speak of.
 */
export const draftGuard = z.object({
  basedOn: z.iso.datetime({ offset: true }).optional(),
  guidelines: z.enum(['replace', 'keep']).default('replace'),
});

/** Which draft a change was made from, and what becomes of the guidelines. */
export type DraftGuard = z.input<typeof draftGuard>;

function requireBase({ basedOn, guidelines }: DraftGuard, before: StoredCodebook): void {
  if (basedOn === undefined) return;
  const base = Date.parse(basedOn);
  const isCurrent =
    guidelines === 'keep'
      ? before.changedAt.getTime() <= base && base <= before.updatedAt.getTime()
      : base === before.updatedAt.getTime();
  if (isCurrent) return;
  throw conflict(
    'Somebody else has changed this draft since you opened it. Their draft was kept; copy what you need from yours, then load the page again.',
  );
}

/** The shared document as it says what is sent; null where nobody has written in it yet. */
async function rewritten(
  tx: Db,
  projectId: string,
  guidelines: string,
  form: GuidelinesForm,
): Promise<{ document: Doc; update: string } | null> {
  const kept = await findGuidelinesState(tx, projectId);
  if (kept === null) return null;
  const { document } = guidelinesText(form, kept);
  const before = encodeStateVector(document);
  form.write(document, guidelines);
  const update = Buffer.from(encodeStateAsUpdate(document, before)).toString('base64');
  return { document, update };
}

/**
 * Replaces the draft; published versions stay as they are, and so does every annotation. The same
 * draft again changes nothing. With `basedOn`, a draft that somebody has changed since is kept. Other
 * guidelines are written into the shared document as somebody’s hand would write them, so that an
 * editor that is open neither brings the old ones back nor says anything twice.
 */
export async function changeCodebook(
  viewer: Viewer,
  projectId: string,
  sent: Codebook,
  form: GuidelinesForm,
  guard: DraftGuard = {},
): Promise<CodebookView> {
  const { after, update } = await transaction(async (tx) => {
    await standingIn(viewer, projectId, 'change codebook', tx);
    await lockCodebook(tx, projectId);
    const before = await findCodebook(tx, projectId);
    if (before === null) throw absent('codebook');
    const { guidelines } = guard.guidelines === 'keep' ? before.draft : sent;
    const draft = { ...sent, guidelines };
    if (isSame(before.draft, draft)) return { after: before, update: undefined };
    requireBase(guard, before);
    const isOther = guidelines !== before.draft.guidelines;
    const written = isOther ? await rewritten(tx, projectId, guidelines, form) : null;
    await replaceDraft(tx, projectId, draft, written ? stateOf(written.document) : undefined);
    return {
      after: (await findCodebook(tx, projectId)) ?? before,
      update: written?.update,
    };
  });
  if (update !== undefined)
    sayInText({ kind: 'guidelines', projectId }, { kind: 'written', update });
  return { ...after.draft, version: after.version, updatedAt: after.updatedAt.toISOString() };
}
