import type { Permission } from '@/lib/access/permission';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import type { ProjectMembership } from '@/lib/project/project-access';
import { requirePermission } from '@/lib/project/project-access';
import { requireMembership } from '@/lib/project/require-membership';
import { absent } from '@/lib/refusal';
import type { ArticleView } from './article';
import { hideSource } from './article';
import { canReachArticle } from './article-access';
import type { StoredArticle } from './article-store';
import { findArticle } from './article-store';
import { findNewestRevision } from './revision-store';

/** An article with the viewer’s membership of its project. */
type KnownArticle = StoredArticle & { membership: ProjectMembership };

/**
 * An article, if the viewer’s role permits `permission` in its project.
 *
 * @throws {Refusal} `absent` for strangers, and where the article is archived for all who may not
 * restore it; and what `requireMembership` throws.
 */
export async function knownArticle(
  viewer: Viewer,
  articleId: string,
  permission: Permission,
): Promise<KnownArticle> {
  const found = await findArticle(db(), articleId, viewer.userId);
  if (found === null) throw absent('article');
  const { projectId } = found.view;
  const membership = await requireMembership(viewer, projectId, 'read project', db(), 'article');
  const { role, archived: projectArchived } = membership;
  const articleArchived = found.view.archivedAt !== null;
  if (!canReachArticle({ role, projectArchived, articleArchived })) throw absent('article');
  requirePermission(membership, permission);
  return { ...found, membership };
}

/**
 * The article as a member may see it: source, author, address and date are hidden until their own
 * submission, where the project says so.
 */
export function shownTo(
  { role, hideSource: hides }: Pick<ProjectMembership, 'role' | 'hideSource'>,
  { view, submitted }: StoredArticle,
): ArticleView {
  return hides && !may(role, 'see hidden source') && !submitted ? hideSource(view) : view;
}

/** An article as the viewer may see it. */
export async function readArticle(viewer: Viewer, articleId: string): Promise<ArticleView> {
  const known = await knownArticle(viewer, articleId, 'read articles');
  return shownTo(known.membership, known);
}

/** The locked text of an article’s newest revision, to the character. */
export async function readText(viewer: Viewer, articleId: string): Promise<string> {
  await knownArticle(viewer, articleId, 'read articles');
  const revision = await findNewestRevision(db(), articleId);
  if (revision === null) throw absent('article');
  return revision.text;
}
