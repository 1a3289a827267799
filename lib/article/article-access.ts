import type { Role } from '@/lib/access/permission';
import { may } from '@/lib/access/permission';
import type { ProjectAccess } from '@/lib/project/project-access';
import { canReachProject } from '@/lib/project/project-access';

/**
 * What decides whether a person reaches an article: their access to its project, and whether it is
 * archived.
 */
export type ArticleAccess = ProjectAccess & { articleArchived: boolean };

/**
 * Whether a person reaches an article: whoever reaches its project does, and only roles that may
 * archive articles once it is archived. Whatever belongs to the article (layers, annotations,
 * relations, history, threads, decisions, figures, live channels) is reached only where this holds.
 * The second step of the access path, after `canReachProject`; `canReachLayer` is the next.
 */
export function canReachArticle<Access extends ArticleAccess>(
  access: Access,
): access is Access & { role: Role } {
  return (
    canReachProject(access) && (!access.articleArchived || may(access.role, 'archive articles'))
  );
}
