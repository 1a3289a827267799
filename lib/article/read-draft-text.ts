import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { findWholeDraft } from './article-draft-store';
import { knownDraft } from './known-draft';
import { draftTextComputation } from './text-computations';
import { workOnText } from './text-work';

/** The text of a draft to the character: as it is on disk, or the upload as it came. */
export async function readDraftText(
  viewer: Viewer,
  draftId: string,
  of: 'draft' | 'upload' = 'draft',
): Promise<string> {
  await knownDraft(viewer, draftId);
  const draft = await findWholeDraft(db(), draftId);
  if (draft === null) throw absent('draft');
  if (of === 'upload') return Buffer.from(draft.raw).toString('utf8');
  const { userId } = viewer;
  const size = draft.state.byteLength;
  return (await workOnText(draftTextComputation, draft.state, { userId, size })) ?? draft.prepared;
}
