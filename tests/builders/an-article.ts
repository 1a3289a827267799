import { v7 } from 'uuid';
import type { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { addArticle } from '@/lib/article/add-article';
import type { ArticleInput } from '@/lib/article/article';
import { articleInput } from '@/lib/article/article';
import { freeze } from '@/lib/article/revision';
import { findNewestRevision } from '@/lib/article/revision-store';
import { db } from '@/lib/db';
import { ownerOf } from './a-project';
import type { Rows } from './insert-rows';
import { insertRows } from './insert-rows';

/** An article as the builders make it. */
export type ArticleFixture = { articleId: string; revisionId: string; text: string };

type Chosen = Partial<z.input<typeof articleInput>>;

const prose = [
  'The regime’s failed gamble cost thousands of jobs, experts agree.',
  '“We won,” said Mr. Steele. “It was hard.” 😀',
  'Nobody knows why.',
].join('\n');

const frozen = new Map<string, ReturnType<typeof freeze>>();

/** Revisions by text, each computed once. */
function freezeOnce({ text, cleanup, language = null }: ArticleInput): ReturnType<typeof freeze> {
  const key = JSON.stringify([text, cleanup, language]);
  const known = frozen.get(key) ?? freeze(text, cleanup, language);
  frozen.set(key, known);
  return known;
}

const inputOf = (chosen: Chosen): ArticleInput =>
  articleInput.parse({ title: 'An article', text: prose, ...chosen });

/** An article added by this person, and its rows; to the character by default. */
export function articleRows(
  by: Viewer,
  projectId: string,
  chosen: Chosen = {},
): { fixture: ArticleFixture; rows: Rows } {
  const input = inputOf(chosen);
  const { language, ...revision } = freezeOnce(input);
  const { text: _, cleanup: __, id = v7(), ...fields } = input;
  const revisionId = v7();
  const at = new Date();
  const article = { ...fields, id, projectId, language, addedById: by.userId };
  const rows: Rows = {
    Article: [{ ...article, createdAt: at, updatedAt: at }],
    Revision: [{ ...revision, id: revisionId, articleId: id, number: 1, createdAt: at }],
  };
  return { fixture: { articleId: id, revisionId, text: revision.text }, rows };
}

/** Adds an article to the project in its owner’s name; to the character by default. */
export async function anArticle(projectId: string, chosen: Chosen = {}): Promise<ArticleFixture> {
  const owner = await ownerOf(projectId);
  if (chosen.id === undefined) {
    const { fixture, rows } = articleRows(owner, projectId, chosen);
    await insertRows(rows);
    return fixture;
  }
  // An id may be that of a draft or of an article that is there already.
  const { id: articleId } = await addArticle(owner, projectId, inputOf(chosen));
  const revision = await findNewestRevision(db(), articleId);
  if (revision === null) throw new Error('The article has no revision.');
  return { articleId, ...revision };
}
