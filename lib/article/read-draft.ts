import type { Viewer } from '@/lib/access/viewer';
import type { DraftView } from './article-draft';
import { knownDraft } from './known-draft';

/** A draft, without its text, for those who may prepare articles; one that was frozen, too. */
export async function readDraft(viewer: Viewer, draftId: string): Promise<DraftView> {
  return (await knownDraft(viewer, draftId)).view;
}
