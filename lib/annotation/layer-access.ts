import type { Role } from '@/lib/access/permission';
import { secondFactorNeeded } from '@/lib/project/project-access';
import { may } from '@/lib/access/permission';
import type { ArticleAccess } from '@/lib/article/article-access';
import { canReachArticle } from '@/lib/article/article-access';
import type { BlindPolicy } from '@/lib/project/project';
import { absent, conflict, forbidden } from '@/lib/refusal';
import type { LayerKind, LayerState } from './layer';
import type { LayerViewer, OwnDiscussion, Seen } from './visibility';
import { maySeeLayer } from './visibility';

/**
 * What decides whether a user reaches a layer: their access to the article, and what the blind
 * policy depends on.
 */
export type LayerAccess = ArticleAccess & Omit<LayerViewer, 'role'>;

/**
 * Whether a user reaches a layer: they reach its article, and the blind policy shows them the
 * layer.
 */
export function canReachLayer<Access extends LayerAccess>(
  access: Access,
  layer: Seen,
): access is Access & { role: Role } {
  return canReachArticle(access) && maySeeLayer(access, layer);
}

/** A layer with everything that decides what one user may do with it. */
export type LayerContext = {
  layerId: string;
  articleId: string;
  revisionId: string;
  kind: LayerKind;
  authorId: string | null;
  state: LayerState;
  projectId: string;
  /** As it applies to the layer's article (see `policyOver`). */
  blind: BlindPolicy;
  /** Whether the article is a calibration article. */
  isCalibration: boolean;
  hideSource: boolean;
  projectArchived: boolean;
  articleArchived: boolean;
  /** The viewer's role; null for those who are no members, or no longer. */
  role: Role | null;
  /**
   * Whether they have no role only because they lack the second factor that the project requires.
   */
  lacksFactor?: boolean;
  /** State of the viewer's own layer over the same article. */
  ownState: LayerState | 'none';
  discussion: OwnDiscussion;
  /** The version of the last published codebook; null where none is published. */
  codebookVersion: number | null;
};

/**
 * Requires that the viewer may see the layer. `what` is what they asked for in it, for the refusal.
 *
 * @throws {Refusal} `absent` where they may not see it, `forbidden` where the required second
 * factor is missing.
 */
export function seen<Context extends LayerContext>(
  context: Context | null,
  userId: string,
  what = 'layer',
): Context & { role: Role } {
  if (context?.lacksFactor) throw secondFactorNeeded();
  if (context === null) throw absent(what);
  const access = { ...context, userId };
  if (!canReachLayer(access, context)) throw absent(what);
  return { ...context, role: access.role };
}

/** Whether the layer is this user's own analyst layer. */
export function isOwn(context: LayerContext, userId: string): boolean {
  return context.kind === 'analyst' && context.authorId === userId;
}

/**
 * Requires that the viewer may write to the layer: the author to their own, managers to the
 * consensus, and nobody in an archived article or project. Whether the layer is open is not
 * checked.
 *
 * @throws {Refusal} `forbidden` or `conflict`.
 */
export function requireWriter(context: LayerContext, userId: string): void {
  const { kind, role } = context;
  const permitted =
    kind === 'consensus'
      ? may(role, 'write consensus')
      : isOwn(context, userId) && may(role, 'write own layer');
  if (!permitted) {
    throw forbidden(
      kind === 'consensus'
        ? 'Only managers write the consensus. Nothing was changed.'
        : 'Only its author writes to this layer, as long as they may annotate. Nothing was changed.',
    );
  }
  if (context.projectArchived)
    throw conflict('This project is archived. Nothing was changed; an owner can bring it back.');
  if (context.articleArchived)
    throw conflict('This article is archived. Nothing was changed; a manager can bring it back.');
}

/**
 * Requires that the layer is open.
 *
 * @throws {Refusal} `conflict` where it is submitted.
 */
export function requireOpen({ state }: LayerContext): void {
  if (state !== 'open') {
    throw conflict(
      'This layer is submitted and takes no more changes. Nothing was changed; it can be opened again first.',
    );
  }
}

/**
 * Requires that the layer is not the consensus, whose annotations and relations are written by
 * decisions alone.
 *
 * @throws {Refusal} `conflict`.
 */
export function requireByHand({ kind }: LayerContext): void {
  if (kind === 'consensus') {
    throw conflict(
      'The consensus is written by decisions, each with a reason: on the article’s adjudication page, or by PUT /api/v1/decisions/{decisionId}. Nothing was changed.',
    );
  }
}
