import type { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import type { DraftView } from '@/lib/article/article-draft';
import { draftInput } from '@/lib/article/article-draft';
import { beginDraft } from '@/lib/article/begin-draft';

/** Begins a draft in the project; its text is kept to the character, unless told otherwise. */
export async function aDraft(
  manager: Viewer,
  projectId: string,
  chosen: Partial<z.input<typeof draftInput>> = {},
): Promise<DraftView> {
  const input = draftInput.parse({ title: 'A draft', text: 'One line.\nAnother 😀.', ...chosen });
  return beginDraft(manager, projectId, input);
}
