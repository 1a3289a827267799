import type { Viewer } from '@/lib/access/viewer';
import { knownDraft, requireUnarchived, requireUnfrozen } from './known-draft';

/** Refuses one who may not write the text of this draft now; answers its project’s id. */
export async function enterDraft(viewer: Viewer, draftId: string): Promise<string> {
  const draft = await knownDraft(viewer, draftId);
  requireUnfrozen(draft);
  requireUnarchived(draft);
  return draft.view.projectId;
}
