import { may } from '@/lib/access/permission';
import type { Permission } from '@/lib/access/permission';
import type { Role } from '@/lib/access/role';
import { canReachArticle } from '@/lib/article/article-access';
import type { BlindPolicy } from '@/lib/project/project';
import { secondFactorNeeded } from '@/lib/project/second-factor-needed';
import { absent, conflict, forbidden } from '@/lib/refusal';
import type { LayerState } from './layer';
import type { OwnDiscussion } from './visibility';
import { maySeeLayer } from './visibility';

/** An article with all around it that decides what one person may see and do there. */
export type ArticleContext = {
  articleId: string;
  /** The newest revision: the one that a new layer reads. */
  revisionId: string;
  projectId: string;
  projectName: string;
  /** As it holds over this article. */
  blind: BlindPolicy;
  /** Whether analysts are measured by its consensus. */
  isCalibration: boolean;
  /** Whether the asking person may be wanted to pass the project's calibration articles before they begin here. */
  isGated: boolean;
  hideSource: boolean;
  projectArchived: boolean;
  articleArchived: boolean;
  /** Of the one who asks; null for strangers and those removed. */
  role: Role | null;
  /** Whether they have no role for want of the second factor that the project asks for. */
  lacksFactor?: boolean;
  /** The asking person's own layer. */
  own: {
    id: string;
    revisionId: string;
    state: LayerState;
    eventCount: number;
    discussion: OwnDiscussion;
  } | null;
  /** Of the consensus layer; open where there is none. */
  consensusState: LayerState;
  /** The project's discussion round that is open. */
  round: { number: number; since: string } | null;
  /** The last published codebook; 0 where nothing is published. */
  codebookVersion: number;
};

/** The same, of somebody who has a role. */
export type OpenArticle = ArticleContext & {
  role: Role;
  ownState: LayerState | 'none';
  discussion: OwnDiscussion;
};

/**
 * The context of an article that this person may read; to anybody else it is absent. An archived
 * project is there for its owners, an archived article for those who can bring it back.
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

/** Whether this person may see the consensus of the article. */
export function seesConsensus(context: OpenArticle, userId: string): boolean {
  const consensus = { kind: 'consensus', authorId: null, state: context.consensusState } as const;
  return maySeeLayer({ ...context, userId }, consensus);
}

/** Refuses what would change something in an archived project or article. */
export function requireLive({ projectArchived, articleArchived }: ArticleContext): void {
  if (projectArchived)
    throw conflict('This project is archived. Nothing was changed; an owner can bring it back.');
  if (articleArchived)
    throw conflict('This article is archived. Nothing was changed; a manager can bring it back.');
}
