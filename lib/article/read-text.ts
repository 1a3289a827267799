import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { absent } from '@/lib/refusal';
import { knownArticle } from './known-article';
import { findNewestRevision } from './revision-store';

/** The frozen text of an article's newest revision, to the character. */
export async function readText(viewer: Viewer, articleId: string): Promise<string> {
  await knownArticle(viewer, articleId, 'read articles');
  const revision = await findNewestRevision(db(), articleId);
  if (revision === null) throw absent('article');
  return revision.text;
}
