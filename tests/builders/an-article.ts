import type { z } from 'zod';
import { scopes } from '@/lib/access/viewer';
import type { Viewer } from '@/lib/access/viewer';
import { addArticle } from '@/lib/article/add-article';
import { articleInput } from '@/lib/article/article';
import { findNewestRevision } from '@/lib/article/revision-store';
import { db } from '@/lib/db';
import { findMembers } from '@/lib/project/membership-store';

const prose = [
  'The regime’s failed gamble cost thousands of jobs, experts agree.',
  '“We won,” said Mr. Steele. “It was hard.” 😀',
  'Nobody knows why.',
].join('\n');

async function ownerOf(projectId: string): Promise<Viewer> {
  const members = await findMembers(db(), projectId, { limit: 1000, after: null, named: '' });
  const owner = members.find(({ role }) => role === 'owner');
  if (owner === undefined) throw new Error('The project has no owner.');
  return { userId: owner.userId, name: owner.name, email: owner.email, scopes, by: 'session' };
}

/** Adds an article to the project in its owner's name; to the character, unless told otherwise. */
export async function anArticle(
  projectId: string,
  chosen: Partial<z.input<typeof articleInput>> = {},
): Promise<{ articleId: string; revisionId: string; text: string }> {
  const owner = await ownerOf(projectId);
  const input = articleInput.parse({ title: 'An article', text: prose, ...chosen });
  const { id: articleId } = await addArticle(owner, projectId, input);
  const revision = await findNewestRevision(db(), articleId);
  if (revision === null) throw new Error('The article has no revision.');
  return { articleId, ...revision };
}
