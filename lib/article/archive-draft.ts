import type { Viewer } from '@/lib/access/viewer';
import { changeDraft } from './change-draft';
import { knownDraft, requireUnfrozen } from './known-draft';

/** Puts a draft away, text and all; a manager can bring it back. */
export async function archiveDraft(viewer: Viewer, draftId: string): Promise<void> {
  const draft = await knownDraft(viewer, draftId);
  requireUnfrozen(draft);
  if (draft.view.archivedAt === null) await changeDraft(viewer, draftId, { archived: true });
}
