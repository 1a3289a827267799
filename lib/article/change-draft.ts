import type { Viewer } from '@/lib/access/viewer';
import { announce, announceInText } from '@/lib/live/announce';
import { transaction } from '@/lib/transaction';
import type { DraftChanges, DraftView } from './article-draft';
import { lockDraft, updateDraft } from './article-draft-store';
import { readDraft, knownDraft, requireUnarchived, requireUnfrozen } from './read-draft';

/** Changes the metadata of a draft, archives or restores it. Its text is changed by `saveDraft`. */
export async function changeDraft(
  viewer: Viewer,
  draftId: string,
  changes: DraftChanges,
): Promise<DraftView> {
  const projectId = await transaction(async (tx) => {
    await knownDraft(viewer, draftId, tx);
    await lockDraft(tx, draftId);
    const draft = await knownDraft(viewer, draftId, tx);
    requireUnfrozen(draft);
    if (changes.archived !== false) requireUnarchived(draft);
    await updateDraft(tx, draftId, changes);
    return draft.view.projectId;
  });
  announceInText({ kind: 'draft', draftId }, { kind: 'changed' });
  if (changes.archived === true) announce({ kind: 'rights', of: { projectId } });
  return readDraft(viewer, draftId);
}

/** Archives a draft with its text; a manager can restore it. */
export async function archiveDraft(viewer: Viewer, draftId: string): Promise<void> {
  const draft = await knownDraft(viewer, draftId);
  requireUnfrozen(draft);
  if (draft.view.archivedAt === null) await changeDraft(viewer, draftId, { archived: true });
}
