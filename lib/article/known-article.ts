import { may } from '@/lib/access/permission';
import type { Permission } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { ProjectMembership } from '@/lib/project/require-membership';
import { requirePermission, requireMembership } from '@/lib/project/require-membership';
import { Refusal, absent } from '@/lib/refusal';
import type { ArticleView } from './article';
import { hideSource } from './article';
import { canReachArticle } from './article-access';
import type { StoredArticle } from './article-store';
import { findArticle } from './article-store';

/** An article with the standing of the one who asks. */
export type KnownArticle = StoredArticle & { membership: ProjectMembership };

/**
 * The article, if the viewer may do `permission` in its project. To strangers it is absent, and an
 * archived one is so to all who may not bring it back.
 */
export async function knownArticle(
  viewer: Viewer,
  articleId: string,
  permission: Permission,
): Promise<KnownArticle> {
  const found = await findArticle(db(), articleId, viewer.userId);
  if (found === null) throw absent('article');
  const membership = await requireMembership(viewer, found.view.projectId, 'read project').catch(
    (thrown: unknown) => {
      throw thrown instanceof Refusal && thrown.reason === 'absent' ? absent('article') : thrown;
    },
  );
  const { role, archived: projectArchived } = membership;
  const articleArchived = found.view.archivedAt !== null;
  if (!canReachArticle({ role, projectArchived, articleArchived })) throw absent('article');
  requirePermission(membership, permission);
  return { ...found, membership };
}

/** The article as this member may see it: outlet, by-line, address and date wait, where the project says so, for their submission. */
export function shownTo(
  { role, hideSource: hides }: Pick<ProjectMembership, 'role' | 'hideSource'>,
  { view, submitted }: StoredArticle,
): ArticleView {
  return hides && !may(role, 'see hidden source') && !submitted ? hideSource(view) : view;
}
