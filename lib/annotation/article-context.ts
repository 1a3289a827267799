import { secondFactorNeeded } from '@/lib/project/project-access';
import { may } from '@/lib/access/permission';
import type { Permission, Role } from '@/lib/access/permission';
import { canReachArticle } from '@/lib/article/article-access';
import type { BlindPolicy } from '@/lib/project/project';
import { absent, conflict, forbidden } from '@/lib/refusal';
import type { LayerState } from './layer';
import type { OwnDiscussion } from './visibility';
import { maySeeLayer } from './visibility';

/** An article with everything that decides what one user may see and do there. */
export type ArticleContext = {
  articleId: string;
  /** The newest revision, over which a new layer is created. */
  revisionId: string;
  projectId: string;
  projectName: string;
  /** As it applies to this article (see `policyOver`). */
  blind: BlindPolicy;
  /** Whether this is a calibration article: analysts are measured against its consensus. */
  isCalibration: boolean;
  /** Whether the viewer may have to pass the project's calibration articles before they begin here. */
  isGated: boolean;
  hideSource: boolean;
  projectArchived: boolean;
  articleArchived: boolean;
  /** The viewer's role; null for those who are no members, or no longer. */
  role: Role | null;
  /**
   * Whether they have no role only because they lack the second factor that the project requires.
   */
  lacksFactor?: boolean;
  /** The viewer's own layer; null where they have none. */
  own: {
    id: string;
    revisionId: string;
    state: LayerState;
    eventCount: number;
    discussion: OwnDiscussion;
  } | null;
  /** State of the consensus layer; `open` where there is none. */
  consensusState: LayerState;
  /** The open discussion round of the project; null where there is none. */
  round: { number: number; since: string } | null;
  /** The version of the last published codebook; 0 where none is published. */
  codebookVersion: number;
};

/** The context of a viewer who has a role in the project. */
export type OpenArticle = ArticleContext & {
  role: Role;
  ownState: LayerState | 'none';
  discussion: OwnDiscussion;
};

/**
 * Requires that the viewer reaches the article and has this permission. An archived project is open
 * to its owners, an archived article to those who can restore it.
 *
 * @throws {Refusal} `absent` where the viewer does not reach the article, `forbidden` where their
 * role lacks the permission or the required second factor is missing.
 */
export function opened(context: ArticleContext | null, permission: Permission): OpenArticle {
  if (context?.lacksFactor) throw secondFactorNeeded();
  if (context === null || !canReachArticle(context)) throw absent('article');
  const { role, own } = context;
  if (!may(role, permission))
    throw forbidden(`As ${role} of this project you may not ${permission}. Nothing was changed.`);
  return {
    ...context,
    role,
    ownState: own?.state ?? 'none',
    discussion: own?.discussion ?? 'none',
  };
}

/** Whether this user may see the consensus of the article. */
export function seesConsensus(context: OpenArticle, userId: string): boolean {
  const consensus = { kind: 'consensus', authorId: null, state: context.consensusState } as const;
  return maySeeLayer({ ...context, userId }, consensus);
}

/**
 * Requires that neither the project nor the article is archived.
 *
 * @throws {Refusal} `conflict`.
 */
export function requireLive({ projectArchived, articleArchived }: ArticleContext): void {
  if (projectArchived)
    throw conflict('This project is archived. Nothing was changed; an owner can bring it back.');
  if (articleArchived)
    throw conflict('This article is archived. Nothing was changed; a manager can bring it back.');
}
