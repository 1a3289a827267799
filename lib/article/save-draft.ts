import { knownDraft, requireUnarchived, requireUnfrozen } from './read-draft';
import type { Viewer } from '@/lib/access/viewer';
import { isSameBytes, maxStateBytes } from '@/lib/live/shared-state';
import { announceInText } from '@/lib/live/announce-in-text';
import { db } from '@/lib/db';
import { Refusal, absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { findDraftState, lockDraft, replaceDraftState } from './article-draft-store';
import type { MergedDraft } from './text-computations';
import { draftMergeComputation } from './text-computations';
import { workOnText } from './text-work';

/** Refuses one who may not write the text of this draft now; answers its project’s id. */
export async function enterDraft(viewer: Viewer, draftId: string): Promise<string> {
  const draft = await knownDraft(viewer, draftId);
  requireUnfrozen(draft);
  requireUnarchived(draft);
  return draft.view.projectId;
}

/** How often merging begins anew since somebody else was quicker. */
const maxTries = 20;

/** Stores what was merged, unless something else is stored by now; answers whether it is stored. */
async function store(
  draftId: string,
  before: Uint8Array,
  { state, isFirst }: MergedDraft,
): Promise<boolean> {
  return transaction(async (tx) => {
    await lockDraft(tx, draftId);
    const draft = await findDraftState(tx, draftId);
    if (draft === null) throw absent('draft');
    if (!isSameBytes(before, draft.state)) return false;
    if (isFirst) return true;
    requireUnfrozen(draft);
    await replaceDraftState(tx, draftId, state);
    return true;
  });
}

/**
 * Merges what people wrote into a draft’s text on disk, whoever else writes it meanwhile, and tells
 * those who are at it. A frozen draft takes nothing more; an archived one does, for what was written
 * before it was put away. Who may write is asked when they enter. Merging is done outside of the
 * transaction, which would hold up everybody’s.
 */
export async function saveDraft(draftId: string, state: Uint8Array): Promise<void> {
  if (state.byteLength > maxStateBytes)
    throw new Refusal('too-large', 'The text has been through more changes than can be kept.');
  for (let tries = 0; tries < maxTries; tries++) {
    const draft = await findDraftState(db(), draftId);
    if (draft === null) throw absent('draft');
    const size = draft.state.byteLength + state.byteLength;
    const merged = await workOnText(draftMergeComputation, [draft.state, state], {
      userId: null,
      size,
    });
    if (!(await store(draftId, draft.state, merged))) continue;
    const snapshot = Buffer.from(merged.snapshot).toString('base64');
    announceInText({ kind: 'draft', draftId }, { kind: 'saved', snapshot });
    return;
  }
  throw new Error('The text was changed by others again and again.');
}
