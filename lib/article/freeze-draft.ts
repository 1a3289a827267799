import { v7 } from 'uuid';
import { announce } from '@/lib/access/announce';
import { sayInText } from '@/lib/access/say-in-text';
import { stateOf } from '@/lib/access/shared-state';
import type { Viewer } from '@/lib/access/viewer';
import type { Db } from '@/lib/db';
import { absent, conflict, invalid } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { ArticleView } from './article';
import { articleText } from './article';
import type { FreezeInput } from './article-draft';
import type { WholeDraft } from './article-draft-store';
import { closeDraft, findWholeDraft, lockDraft } from './article-draft-store';
import { insertArticle } from './article-store';
import { draftText } from './draft-text';
import { handEdits } from './hand-edits';
import { knownDraft, requireUnarchived } from './known-draft';
import { compose, mapOfEdits } from './offset-map';
import { readArticle } from './read-article';
import type { Revision } from './revision';
import { freezeReady } from './revision';

/** The first revision of the article that a draft with this text becomes. */
function revisionOf(draft: WholeDraft, text: string): Revision {
  const { raw, prepared, offsetMap, view } = draft;
  const edits = handEdits(prepared, text);
  return freezeReady({
    raw,
    text,
    steps: [...view.cleanup, { name: 'by-hand', version: 1, edits: edits.length }],
    map: compose(offsetMap, mapOfEdits(edits)),
    language: view.language,
  });
}

/** Makes the article, unless it is made; answers whether it was made now. */
async function freezeOnce(
  tx: Db,
  viewer: Viewer,
  draft: WholeDraft,
  states: Uint8Array[],
): Promise<boolean> {
  if (draft.view.frozenAt !== null) return false;
  requireUnarchived(draft);
  const { document, text } = draftText(draft.state, ...states);
  const fault = articleText.safeParse(text).error?.issues[0];
  if (fault !== undefined)
    throw invalid('text', `${fault.message} Nothing was frozen; the draft is as it was.`);
  const { id, projectId, title, source, author, url, publishedAt, language } = draft.view;
  const fields = { id, projectId, title, source, author, url, publishedAt, language };
  const article = { ...fields, addedById: draft.begunById };
  if (!(await insertArticle(tx, article, v7(), revisionOf(draft, text))))
    throw conflict('The id of this draft belongs to another article. Nothing was frozen.');
  await closeDraft(tx, id, stateOf(document), viewer.userId);
  return true;
}

/**
 * Freezes a draft’s text, with what the presser has before them in it, as the first revision of the
 * article with the draft’s id. Done once, whoever presses and however often: all get the same article.
 */
export async function freezeDraft(
  viewer: Viewer,
  draftId: string,
  { state }: FreezeInput,
): Promise<ArticleView> {
  const states = state === undefined ? [] : [new Uint8Array(Buffer.from(state, 'base64'))];
  const { projectId, frozen } = await transaction(async (tx) => {
    await knownDraft(viewer, draftId, tx);
    await lockDraft(tx, draftId);
    const draft = await findWholeDraft(tx, draftId);
    if (draft === null) throw absent('draft');
    return {
      projectId: draft.view.projectId,
      frozen: await freezeOnce(tx, viewer, draft, states),
    };
  });
  if (frozen) {
    const by = { userId: viewer.userId, name: viewer.name };
    sayInText({ kind: 'draft', draftId }, { kind: 'frozen', articleId: draftId, by });
    announce({ kind: 'rights', of: { projectId } });
  }
  return readArticle(viewer, draftId);
}
