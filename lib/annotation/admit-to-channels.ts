import { may } from '@/lib/access/permission';
import { canReachArticle } from '@/lib/article/article-access';
import { db } from '@/lib/db';
import type { ArticleContext } from './article-context';
import type { ArticleChannel } from './change-announcements';
import { findArticleContexts } from './article-context-store';
import type { LayerState } from './layer';
import { maySeeLayer, seesOthers } from './visibility';

/**
 * Whether a user may join a channel of an article: whatever is published there becomes known to
 * every subscriber. False for users without a role, and where the article or its project is
 * archived and hidden from them.
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

/**
 * The parts of a context that decide what its user may see or do, as one string: when it changes,
 * their page is notified.
 */
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

/** A user who asks to join a channel. */
type AdmissionRequest = { userId: string; channel: ArticleChannel };

/**
 * The decision, the project of the channel's article (empty where there is none), and the user's
 * `rightsFingerprint`.
 */
type Admission = { admitted: boolean; projectId: string; fingerprint: string };

/** Decides on all requests with one query; the answers are in the order of the requests. */
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
