import type { Listing } from '@/lib/page';
import type { CommentDraft, ThreadTarget } from './use-discussion';
import { callApi } from '@/components/ui/api';
import type { ThreadState, ThreadView } from '@/lib/discussion/thread';
import type { MemberView } from '@/lib/project/member';
import type { CommentText, Person } from './mention-text';

async function wholeList<Item>(path: string, signal?: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Listing<Item> = await callApi('GET', `${path}${after}`, undefined, { signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** Fetches every thread over the article that is open to the viewer, by start position. */
export function readThreads(articleId: string, signal: AbortSignal): Promise<ThreadView[]> {
  return wholeList(`/api/v1/articles/${articleId}/threads?offsetUnit=utf-16&limit=200`, signal);
}

/** Fetches the members of the project without the viewer. */
export async function readPeople(projectId: string, userId: string): Promise<Person[]> {
  const members = await wholeList<MemberView>(`/api/v1/projects/${projectId}/members?limit=1000`);
  return members
    .filter((member) => member.userId !== userId)
    .map((member) => ({ id: member.userId, name: member.name }));
}

const inputOf = ({ body, mentions }: CommentText) => ({
  body,
  mentions: mentions.map(({ id }) => id),
});

/** Starts a thread. */
export function sendThread(
  articleId: string,
  { quote, ...target }: ThreadTarget,
  { threadId, id }: CommentDraft,
  content: CommentText,
): Promise<void> {
  const where =
    target.annotationId === null
      ? { segments: target.segments, quote }
      : { annotationId: target.annotationId };
  return callApi('PUT', `/api/v1/threads/${threadId}`, {
    articleId,
    offsetUnit: 'utf-16',
    ...where,
    comment: { ...inputOf(content), id },
  });
}

/** Adds a comment to a thread, or replaces it. */
export function sendComment(
  threadId: string,
  commentId: string,
  content: CommentText,
): Promise<void> {
  return callApi('PUT', `/api/v1/threads/${threadId}/comments/${commentId}`, inputOf(content));
}

/** Deletes a comment. */
export function sendRemoval(threadId: string, commentId: string): Promise<void> {
  return callApi('DELETE', `/api/v1/threads/${threadId}/comments/${commentId}`);
}

/** Resolves a thread, or reopens it. */
export function sendState(threadId: string, state: ThreadState): Promise<void> {
  return callApi('PATCH', `/api/v1/threads/${threadId}`, { state });
}
