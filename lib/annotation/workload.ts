import { countChanges } from './layer-store';
import { db } from '@/lib/db';

/**
 * Up to this number of annotations, comparing, adjudicating or counting takes some ten
 * milliseconds, less than handing them to a worker. Two layers with that many annotations together
 * have too few pairs to be refused.
 */
export const maxSmallAnnotations = 800;

/**
 * Whether all layers of an article together have at most `maxSmallAnnotations`; by event counters,
 * which are cheap but also count changes, so false does not mean that there are many.
 */
export async function isSmallArticle(articleId: string): Promise<boolean> {
  return (await countChanges(db(), { articleId })) <= maxSmallAnnotations;
}

/** The same for all layers of all articles of a project together. */
export async function isSmallProject(projectId: string): Promise<boolean> {
  return (await countChanges(db(), { projectId })) <= maxSmallAnnotations;
}
