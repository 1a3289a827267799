import { may } from '@/lib/access/permission';
import type { LiveChannel } from '@/lib/live/live-channel';
import { canReachArticle } from '@/lib/article/article-access';
import type { ArticleContext } from './article-context';
import type { LayerKind, LayerState } from './layer';
import { maySeeLayer, seesOthers } from './visibility';

/** The rooms of an article. */
export type ArticleChannel = Extract<LiveChannel, { articleId: string }>;

/** In which rooms it is told what happens in a layer: those whose members may all see it. */
export function channelsOfLayer({
  articleId,
  kind,
  authorId,
}: {
  articleId: string;
  kind: LayerKind;
  authorId: string | null;
}): ArticleChannel[] {
  const layers: ArticleChannel = { kind: 'layers', articleId };
  if (kind === 'consensus') return [layers, { kind: 'consensus', articleId }];
  if (authorId === null) return [layers];
  return [layers, { kind: 'own', articleId, userId: authorId }];
}

/**
 * Whether somebody may be in a room of an article: what is told there may then be known to them. To
 * strangers, and where the article or its project is archived out of their sight, nothing is open.
 */
export function mayEnter(
  channel: ArticleChannel,
  userId: string,
  context: ArticleContext | null,
): boolean {
  if (context === null || !canReachArticle(context)) return false;
  const { role } = context;
  if (!may(role, 'read articles')) return false;
  const ownState: LayerState | 'none' = context.own?.state ?? 'none';
  const { blind } = context;
  const discussion = context.own?.discussion ?? 'none';
  switch (channel.kind) {
    case 'own':
      return channel.userId === userId;
    case 'layers':
      return seesOthers({ role, blind, ownState, discussion });
    case 'consensus': {
      const who = { userId, role, blind, ownState, discussion };
      return maySeeLayer(who, { kind: 'consensus', authorId: null, state: context.consensusState });
    }
  }
}

/** What of a context changes what its person may see or do: when it is another, their page is told. */
export function rightsFingerprint(context: ArticleContext | null): string {
  if (context === null) return '';
  const { role, blind, hideSource, projectArchived, articleArchived, own, codebookVersion } =
    context;
  const { isGated, consensusState } = context;
  const isSubmitted = own?.state === 'submitted';
  return [
    role,
    blind,
    hideSource,
    projectArchived,
    articleArchived,
    isSubmitted,
    own?.discussion ?? 'none',
    codebookVersion,
    isGated,
    consensusState,
  ].join(' ');
}
