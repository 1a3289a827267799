import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { conflict } from '@/lib/refusal';
import type { DraftInput, DraftView } from './article-draft';
import type { NewDraft } from './article-draft-store';
import { findWholeDraft, insertDraft } from './article-draft-store';
import { findArticle } from './article-store';
import { readDraft } from './read-draft';
import { beginningComputation } from './text-computations';
import { requireSize } from './text-size';
import { workOnText } from './text-work';

/** Whether the same person has already begun a draft of the same text under this id. */
async function isRepeated(draft: NewDraft): Promise<boolean> {
  const there = await findWholeDraft(db(), draft.id);
  return (
    there !== null &&
    there.begunById === draft.begunById &&
    there.view.projectId === draft.projectId &&
    there.prepared === draft.prepared &&
    Buffer.compare(there.raw, draft.raw) === 0
  );
}

/**
 * Begins a draft that managers edit together: cleaned as `cleanup` says, with the upload kept
 * beside it. An id chosen by the client, which later becomes the article’s, makes the request
 * repeatable: the same draft again is answered with the draft that is there, even once it is
 * locked.
 *
 * @throws {Refusal} `too-large` before anything is stored; `conflict` where the id belongs to
 * something else.
 */
export async function beginDraft(
  viewer: Viewer,
  projectId: string,
  input: DraftInput,
): Promise<DraftView> {
  await requireMembership(viewer, projectId, 'add articles');
  requireSize(input.text);
  const { text: raw, cleanup: choice, id = v7(), ...fields } = input;
  const { text, steps, map, language, state } = await workOnText(
    beginningComputation,
    { text: raw, cleanup: choice, language: input.language ?? null },
    {
      userId: viewer.userId,
      size: raw.length,
      detectsLanguage: (input.language ?? null) === null,
    },
  );
  const draft: NewDraft = {
    ...fields,
    id,
    projectId,
    language,
    raw: new Uint8Array(Buffer.from(raw, 'utf8')),
    prepared: text,
    cleanup: steps,
    offsetMap: map,
    state,
    begunById: viewer.userId,
  };
  const taken = conflict('This id belongs to something else already. Nothing was begun.');
  const begun =
    (await findArticle(db(), id, viewer.userId)) === null && (await insertDraft(db(), draft));
  if (!begun && !(await isRepeated(draft))) throw taken;
  return readDraft(viewer, id);
}
