import { v7 } from 'uuid';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { conflict } from '@/lib/refusal';
import { transaction } from '@/lib/transaction';
import type { ArticleInput, ArticleView } from './article';
import { findDraft } from './article-draft-store';
import type { NewArticle } from './article-store';
import { findArticle, insertArticle } from './article-store';
import { readArticle } from './read-article';
import type { Revision } from './revision';
import { findFirstUpload } from './revision-store';
import { revisionComputation } from './text-computations';
import { requireSize } from './text-size';
import { workOnText } from './text-work';

const comparedFields = [
  'projectId',
  'title',
  'source',
  'author',
  'url',
  'publishedAt',
  'language',
] as const;

/** Whether the same person has already added the same article under this id. */
async function isRepeated(article: NewArticle, revision: Revision): Promise<boolean> {
  const [there, upload] = await Promise.all([
    findArticle(db(), article.id, article.addedById),
    findFirstUpload(db(), article.id),
  ]);
  return (
    there !== null &&
    upload !== null &&
    there.addedById === article.addedById &&
    comparedFields.every((field) => there.view[field] === article[field]) &&
    upload.sha256 === revision.sha256 &&
    Buffer.compare(upload.raw, revision.raw) === 0
  );
}

/**
 * Adds an article to a project and locks its text, cleaned as `cleanup` says. An id chosen by the
 * client makes the request repeatable: the same article again is answered with the article that is
 * there.
 *
 * @throws {Refusal} `too-large` before anything is stored, where the text has too many bytes,
 * lines, blocks or edits; `conflict` where the id belongs to another article.
 */
export async function addArticle(
  viewer: Viewer,
  projectId: string,
  input: ArticleInput,
): Promise<ArticleView> {
  await requireMembership(viewer, projectId, 'add articles');
  requireSize(input.text);
  const { text, cleanup, id = v7(), ...fields } = input;
  const raw = { text, cleanup, language: input.language ?? null };
  const { language, ...revision } = await workOnText(revisionComputation, raw, {
    userId: viewer.userId,
    size: text.length,
    detectsLanguage: raw.language === null,
  });
  const article: NewArticle = { ...fields, id, projectId, language, addedById: viewer.userId };
  const draft = input.id === undefined ? null : await findDraft(db(), id);
  // A draft becomes the article with its id, so no other article may take that id first.
  const isFree = draft === null || draft.view.frozenAt !== null;
  const added = isFree && (await transaction((tx) => insertArticle(tx, article, v7(), revision)));
  if (!added && !(await isRepeated(article, revision)))
    throw conflict('This id belongs to another article already. Nothing was added.');
  return readArticle(viewer, id);
}
