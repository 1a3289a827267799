import { announceInText } from '@/lib/live/announce';
import { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { compute } from '@/lib/compute/compute';
import type { Db } from '@/lib/db';
import { db } from '@/lib/db';
import { isSameBytes } from '@/lib/live/shared-state';
import { requireMembership } from '@/lib/project/require-membership';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { Codebook, CodebookView } from './codebook';
import type { StoredCodebook } from './codebook-store';
import { findCodebook, findGuidelinesState, lockCodebook, replaceDraft } from './codebook-store';
import { isSame } from './difference';
import type { GuidelinesForm, WrittenGuidelines } from './guidelines';

/**
 * The draft that a change is based on, by its `updatedAt`; without it, any draft is replaced. With
 * `guidelines=keep` the guidelines of the draft stay as they are whatever is sent, and edits of the
 * guidelines since `basedOn` are no conflict.
 */
export const draftGuard = z.object({
  basedOn: z.iso.datetime({ offset: true }).optional(),
  guidelines: z.enum(['replace', 'keep']).default('replace'),
});

/** The draft that a change is based on, and whether it replaces the guidelines. */
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
    'Somebody else has changed this draft since you opened it. Their draft is unchanged and yours was not saved; copy what you need from it, then load the page again.',
  );
}

/** The guidelines of a draft before a change, as Markdown and as the shared Yjs state. */
type Before = { guidelines: string; state: Uint8Array | null };

async function findBefore(on: Db, projectId: string): Promise<Before & { stored: StoredCodebook }> {
  const stored = await findCodebook(on, projectId);
  if (stored === null) throw absent('codebook');
  const state = await findGuidelinesState(on, projectId);
  return { stored, guidelines: stored.draft.guidelines, state };
}

/**
 * New guidelines in all their forms, computed outside of the transaction; null where they are the
 * same.
 */
async function read(
  viewer: Viewer,
  before: Before,
  guidelines: string,
  form: GuidelinesForm,
): Promise<WrittenGuidelines | null> {
  if (guidelines === before.guidelines) return null;
  const writing = { markdown: guidelines, state: before.state };
  return compute(form.write, writing, { userId: viewer.userId });
}

/** How often a change is tried again after somebody else changed the guidelines meanwhile. */
const maxTries = 20;

/**
 * Replaces the draft of a codebook; published versions and annotations stay as they are. An identical
 * draft changes nothing. New guidelines are written into the shared Yjs document as an edit, so that
 * open editors neither restore the old text nor repeat the new one, and are announced to them.
 *
 * @throws {Refusal} `conflict` where `basedOn` is older than the draft, or others keep changing it;
 * `invalid` for guidelines beyond the bounds (see `guidelinesFault`) or that take too long to parse.
 */
export async function changeCodebook(
  viewer: Viewer,
  projectId: string,
  sent: Codebook,
  form: GuidelinesForm,
  guard: DraftGuard = {},
): Promise<CodebookView> {
  await requireMembership(viewer, projectId, 'change codebook');
  for (let tries = 0; tries < maxTries; tries++) {
    const known = await findBefore(db(), projectId);
    const guidelines = guard.guidelines === 'keep' ? known.guidelines : sent.guidelines;
    const written = await read(viewer, known, guidelines, form);
    const after = await transaction(async (tx) => {
      await requireMembership(viewer, projectId, 'change codebook', tx);
      await lockCodebook(tx, projectId);
      const { stored, state } = await findBefore(tx, projectId);
      const draft = { ...sent, guidelines };
      if (guard.guidelines !== 'keep' && isSame(stored.draft, draft)) return stored;
      if (stored.draft.guidelines !== known.guidelines || !isSameBytes(state, known.state))
        return null;
      if (isSame(stored.draft, draft)) return stored;
      requireBase(guard, stored);
      const forms = written && {
        document: written.document,
        state: state === null ? null : written.state,
      };
      await replaceDraft(tx, projectId, draft, forms);
      return (await findCodebook(tx, projectId)) ?? stored;
    });
    if (after === null) continue;
    if (written !== null && known.state !== null && after.draft.guidelines === guidelines) {
      const update = Buffer.from(written.update).toString('base64');
      announceInText({ kind: 'guidelines', projectId }, { kind: 'written', update });
    }
    return { ...after.draft, version: after.version, updatedAt: after.updatedAt.toISOString() };
  }
  throw conflict(
    'Others are changing this draft at the same time. Nothing was changed; please try again.',
  );
}
