import { sayInText } from '@/lib/access/say-in-text';
import { isSameState, markOf, mostStateBytes, stateOf } from '@/lib/access/shared-state';
import { Refusal, absent } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import { findWholeDraft, lockDraft, replaceDraftState } from './article-draft-store';
import { draftText } from './draft-text';
import { requireUnfrozen } from './known-draft';

/**
 * Merges what people wrote into a draft’s text on disk, whoever else writes it meanwhile, and tells
 * those who are at it. A frozen draft takes nothing more; an archived one does, for what was written
 * before it was put away. Who may write is asked when they enter.
 */
export async function keepDraft(draftId: string, state: Uint8Array): Promise<void> {
  const mark = await transaction(async (tx) => {
    await lockDraft(tx, draftId);
    const draft = await findWholeDraft(tx, draftId);
    if (draft === null) throw absent('draft');
    const before = draftText(draft.state).document;
    const { document } = draftText(draft.state, state);
    if (!isSameState(before, document)) {
      requireUnfrozen(draft);
      const merged = stateOf(document);
      if (merged.byteLength > mostStateBytes)
        throw new Refusal('too-large', 'The text has been through more changes than can be kept.');
      await replaceDraftState(tx, draftId, merged);
    }
    return Buffer.from(markOf(document)).toString('base64');
  });
  sayInText({ kind: 'draft', draftId }, { kind: 'kept', mark });
}
