import { v7 } from 'uuid';
import type { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import type { DraftView } from '@/lib/article/article-draft';
import { draftInput } from '@/lib/article/article-draft';
import { beginDraft } from '@/lib/article/begin-draft';
import { stateOfText } from '@/lib/article/draft-document';
import { prepare } from '@/lib/article/revision';
import type { Rows } from './insert-rows';

const words = 'One line.\nAnother 😀.';

const prepareOnce = (() => {
  let known: (ReturnType<typeof prepare> & { state: Uint8Array<ArrayBuffer> }) | null = null;
  return () => {
    const prepared = prepare(words, 'none', null);
    return (known ??= { ...prepared, state: stateOfText(prepared.text) });
  };
})();

/** A draft as `aDraft` creates it, and its row. */
export function draftRows({ userId }: Viewer, projectId: string): { id: string; rows: Rows } {
  const { text: _, cleanup: __, ...fields } = draftInput.parse({ title: 'A draft', text: words });
  const { text, steps, map, language, state } = prepareOnce();
  const id = v7();
  const at = new Date();
  const draft = {
    ...fields,
    id,
    projectId,
    language,
    raw: new Uint8Array(Buffer.from(words, 'utf8')),
    prepared: text,
    cleanup: steps,
    offsetMap: map,
    state,
    begunById: userId,
    createdAt: at,
    updatedAt: at,
  };
  return { id, rows: { ArticleDraft: [draft] } };
}

/** Creates a draft in the project, with its text to the character by default. */
export async function aDraft(
  manager: Viewer,
  projectId: string,
  chosen: Partial<z.input<typeof draftInput>> = {},
): Promise<DraftView> {
  const input = draftInput.parse({ title: 'A draft', text: words, ...chosen });
  return beginDraft(manager, projectId, input);
}
