import { may } from '@/lib/access/permission';
import type { Role } from '@/lib/access/role';
import type { ProjectAccess } from '@/lib/project/project-access';
import { canReachProject } from '@/lib/project/project-access';

/** What decides whether somebody reaches an article: their access to its project, and whether it is archived. */
export type ArticleAccess = ProjectAccess & { articleArchived: boolean };

/**
 * Whether the article is there for this person: for those who reach its project, and once it is
 * archived for those who can bring it back. Whatever belongs to the article (layers, annotations,
 * relations, history, threads, decisions, figures, live channels) is there only where this holds.
 */
export function canReachArticle<Access extends ArticleAccess>(
  access: Access,
): access is Access & { role: Role } {
  return (
    canReachProject(access) && (!access.articleArchived || may(access.role, 'archive articles'))
  );
}
