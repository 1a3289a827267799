import { may } from '@/lib/access/permission';
import { canReachArticle } from '@/lib/article/article-access';
import { db } from '@/lib/db';
import type { ArticleContext } from './article-context';
import type { ArticleChannel } from './change-announcements';
import { findArticleContexts } from './article-context-store';
import type { LayerState } from './layer';
import { maySeeLayer, seesOthers } from './visibility';

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

/** Somebody at the door of a room. */
type AdmissionRequest = { userId: string; channel: ArticleChannel };

/** Whether they may be in it, the project that the room belongs to, and their rights in a word. */
type Admission = { admitted: boolean; projectId: string; fingerprint: string };

/** Decides for everybody at a door, in one query, in their order. */
export async function admitToChannels(requests: readonly AdmissionRequest[]): Promise<Admission[]> {
  if (requests.length === 0) return [];
  const visitorOf = ({ userId, channel }: AdmissionRequest) => ({
    articleId: channel.articleId,
    userId,
  });
  const contextOf = await findArticleContexts(db(), requests.map(visitorOf));
  return requests.map((request) => {
    const context = contextOf(visitorOf(request));
    return {
      admitted: mayEnter(request.channel, request.userId, context),
      projectId: context?.projectId ?? '',
      fingerprint: rightsFingerprint(context),
    };
  });
}
