import { db } from '@/lib/db';
import { findArticleContexts } from './article-context-store';
import type { ArticleChannel } from './article-channel';
import { mayEnter, rightsFingerprint } from './article-channel';

/** Somebody at the door of a room. */
export type AdmissionRequest = { userId: string; channel: ArticleChannel };

/** Whether they may be in it, the project that the room belongs to, and their rights in a word. */
export type Admission = { admitted: boolean; projectId: string; fingerprint: string };

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
