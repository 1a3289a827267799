import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { announce, announceInText } from '@/lib/live/announce';
import { isSameBytes } from '@/lib/live/shared-state';
import { absent, conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { ArticleView } from './article';
import type { FreezeInput } from './article-draft';
import type { WholeDraft } from './article-draft-store';
import { closeDraft, findDraftState, findWholeDraft, lockDraft } from './article-draft-store';
import { insertArticle } from './article-store';
import { readArticle } from './read-article';
import { knownDraft, requireUnarchived } from './read-draft';
import type { Revision } from './revision';
import { freezingComputation } from './text-computations';
import { workOnText } from './text-work';

/** Number of attempts, each repeated where the draft was changed meanwhile. */
const maxTries = 20;

/** The revision that a draft becomes, and the state of the text that it was made from. */
type Frozen = { revision: Revision; state: Uint8Array<ArrayBuffer> };

async function freezeText(
  viewer: Viewer,
  draft: WholeDraft,
  states: Uint8Array[],
): Promise<Frozen> {
  const { raw, prepared, offsetMap, state, view } = draft;
  const { cleanup, language } = view;
  const input = { draft: { raw, prepared, offsetMap, state, cleanup, language }, states };
  const size = states.reduce(
    (sum, { byteLength }) => sum + byteLength,
    state.byteLength + raw.length,
  );
  return workOnText(freezingComputation, input, { userId: viewer.userId, size });
}

/** Stores the article, unless it is there already or the draft has changed meanwhile. */
async function store(
  viewer: Viewer,
  draft: WholeDraft,
  { revision, state }: Frozen,
): Promise<'made' | 'there' | 'changed'> {
  return transaction(async (tx) => {
    const draftId = draft.view.id;
    await knownDraft(viewer, draftId, tx);
    await lockDraft(tx, draftId);
    const now = await findDraftState(tx, draftId);
    if (now === null) throw absent('draft');
    if (now.view.frozenAt !== null) return 'there';
    requireUnarchived(now);
    if (now.view.language !== draft.view.language || !isSameBytes(now.state, draft.state))
      return 'changed';
    const { id, projectId, title, source, author, url, publishedAt, language } = now.view;
    const fields = { id, projectId, title, source, author, url, publishedAt, language };
    const article = { ...fields, addedById: now.begunById };
    if (!(await insertArticle(tx, article, v7(), revision)))
      throw conflict('The id of this draft belongs to another article. Nothing was locked.');
    await closeDraft(tx, id, state, viewer.userId);
    return 'made';
  });
}

async function freezeOnce(
  viewer: Viewer,
  draftId: string,
  states: Uint8Array[],
): Promise<'made' | 'there'> {
  for (let tries = 0; tries < maxTries; tries++) {
    const draft = await findWholeDraft(db(), draftId);
    if (draft === null) throw absent('draft');
    if (draft.view.frozenAt !== null) return 'there';
    requireUnarchived(draft);
    const stored = await store(viewer, draft, await freezeText(viewer, draft, states));
    if (stored !== 'changed') return stored;
  }
  throw conflict('Others are changing this text. Nothing was locked; please try again.');
}

/**
 * Locks the text of a draft, merged with the text that the client has, as the first revision of the
 * article with the draft’s id. Repeatable: all requests get the same article. The text is processed
 * by the worker pool, outside of the transaction.
 */
export async function freezeDraft(
  viewer: Viewer,
  draftId: string,
  { state }: FreezeInput,
): Promise<ArticleView> {
  const states = state === undefined ? [] : [new Uint8Array(Buffer.from(state, 'base64'))];
  const { projectId } = (await knownDraft(viewer, draftId)).view;
  if ((await freezeOnce(viewer, draftId, states)) === 'made') {
    const by = { userId: viewer.userId, name: viewer.name };
    announceInText({ kind: 'draft', draftId }, { kind: 'locked', articleId: draftId, by });
    announce({ kind: 'rights', of: { projectId } });
  }
  return readArticle(viewer, draftId);
}
