import { announceInText } from '@/lib/live/announce';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { isSameBytes, maxStateBytes } from '@/lib/live/shared-state';
import { Refusal, absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { findDraftState, lockDraft, replaceDraftState } from './article-draft-store';
import { knownDraft, requireUnarchived, requireUnfrozen } from './read-draft';
import type { MergedDraft } from './text-computations';
import { draftMergeComputation } from './text-computations';
import { workOnText } from './text-work';

/**
 * Checks that the viewer may edit the text of a draft now; returns the id of its project.
 *
 * @throws {Refusal} `absent`, or `conflict` where the draft is locked or archived.
 */
export async function enterDraft(viewer: Viewer, draftId: string): Promise<string> {
  const draft = await knownDraft(viewer, draftId);
  requireUnfrozen(draft);
  requireUnarchived(draft);
  return draft.view.projectId;
}

/** Number of attempts, each repeated where somebody else saved meanwhile. */
const maxTries = 20;

/** Stores the merged state, unless the stored one has changed meanwhile; returns whether it did. */
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
 * Merges a state into the stored text of a draft, whoever else writes it meanwhile, and announces
 * the result on the draft’s channel. A locked draft takes nothing more; an archived one does, for
 * changes made before. Who may write is checked on entering (`enterDraft`). The merge runs outside
 * of the transaction, which would block others.
 *
 * @throws {Refusal} `too-large`, `absent`, or `conflict` where the draft is locked.
 */
export async function saveDraft(draftId: string, state: Uint8Array): Promise<void> {
  if (state.byteLength > maxStateBytes)
    throw new Refusal('too-large', 'The text has more changes than can be stored.');
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
  throw new Error('Others changed the text during every attempt.');
}
