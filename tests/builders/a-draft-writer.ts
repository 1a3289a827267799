import { findWholeDraft } from '@/lib/article/article-draft-store';
import { db } from '@/lib/db';
import type { Writer } from './a-writer';
import { aWriter } from './a-writer';

/** Somebody who has opened a draft as it is on disk. */
export async function aDraftWriter(draftId: string): Promise<Writer> {
  const draft = await findWholeDraft(db(), draftId);
  if (draft === null) throw new Error('The draft is not there.');
  return aWriter(draft.state);
}
