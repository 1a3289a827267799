import { may } from '@/lib/access/permission';
import type { Role } from '@/lib/access/role';
import type { ArticleAccess } from '@/lib/article/article-access';
import { canReachArticle } from '@/lib/article/article-access';
import type { BlindPolicy } from '@/lib/project/project';
import { secondFactorNeeded } from '@/lib/project/second-factor-needed';
import { absent, conflict, forbidden } from '@/lib/refusal';
import type { LayerKind, LayerState } from './layer';
import type { LayerViewer, OwnDiscussion, Seen } from './visibility';
import { maySeeLayer } from './visibility';

/** What decides whether somebody reaches a layer over an article: their access to the article, and what the blind policy weighs. */
export type LayerAccess = ArticleAccess & Omit<LayerViewer, 'role'>;

/** Whether the layer is there for this person: they reach its article, and the blind policy shows it to them. */
export function canReachLayer<Access extends LayerAccess>(
  access: Access,
  layer: Seen,
): access is Access & { role: Role } {
  return canReachArticle(access) && maySeeLayer(access, layer);
}

/** A layer with all around it that decides who may do what with it. */
export type LayerContext = {
  layerId: string;
  articleId: string;
  revisionId: string;
  kind: LayerKind;
  authorId: string | null;
  state: LayerState;
  projectId: string;
  /** As it holds over the layer's article. */
  blind: BlindPolicy;
  /** Whether analysts are measured by the article's consensus. */
  isCalibration: boolean;
  hideSource: boolean;
  projectArchived: boolean;
  articleArchived: boolean;
  /** Of the one who asks; null for strangers and those removed. */
  role: Role | null;
  /** Whether they have no role for want of the second factor that the project asks for. */
  lacksFactor?: boolean;
  /** Of the asking person's own layer over the same article. */
  ownState: LayerState | 'none';
  discussion: OwnDiscussion;
  /** The last published codebook; null where nothing is published. */
  codebookVersion: number | null;
};

/** The context of a layer that this person may see; to anybody else the layer (or `what` they asked for in it) is absent. */
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

/** Whether the layer is this person's own reading. */
export function isOwn(context: LayerContext, userId: string): boolean {
  return context.kind === 'analyst' && context.authorId === userId;
}

/**
 * Refuses who may not write to this layer: it is written by its author alone, the consensus by
 * managers, and nothing in what is archived. Whether it is still open is another question.
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

/** Refuses deeds in a layer whose author has said that they are done. */
export function requireOpen({ state }: LayerContext): void {
  if (state !== 'open') {
    throw conflict(
      'This layer is submitted and takes no more changes. Nothing was changed; it can be opened again first.',
    );
  }
}

/** Refuses to write annotations and relations of the consensus by hand: each of them is a decision’s. */
export function requireByHand({ kind }: LayerContext): void {
  if (kind === 'consensus') {
    throw conflict(
      'What the consensus has is decided, with a reason: on the article’s desk, or by PUT /api/v1/decisions/{decisionId}. Nothing was changed.',
    );
  }
}
