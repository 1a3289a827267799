import { countChanges } from './layer-store';
import { db } from '@/lib/db';

/**
 * So many annotations are compared, adjudicated or counted in some ten milliseconds, less than it
 * takes to give them to a worker. Two layers that share them have too few pairs to be refused.
 */
export const maxSmallAnnotations = 800;

/** Whether all layers of an article have few annotations; from counters, so it costs next to nothing. Never false for sure that it is many. */
export async function isSmallArticle(articleId: string): Promise<boolean> {
  return (await countChanges(db(), { articleId })) <= maxSmallAnnotations;
}

/** Whether all layers of all articles of a project together have few annotations. */
export async function isSmallProject(projectId: string): Promise<boolean> {
  return (await countChanges(db(), { projectId })) <= maxSmallAnnotations;
}
