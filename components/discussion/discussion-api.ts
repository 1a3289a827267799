import type { TalkDraft, ThreadTarget } from './use-discussion';
import { callApi } from '@/components/ui/api';
import type { Listing } from '@/lib/access/listing';
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

/** Every thread over the article that is open to the reader, by where it begins. */
export function readThreads(articleId: string, signal: AbortSignal): Promise<ThreadView[]> {
  return wholeList(`/api/v1/articles/${articleId}/threads?offsetUnit=utf-16&limit=200`, signal);
}

/** The project's people but for the reader. */
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

/** Begins a thread. */
export function sendThread(
  articleId: string,
  { quote, ...target }: ThreadTarget,
  { threadId, id }: TalkDraft,
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

/** Says something in a thread, or something else in place of it. */
export function sendComment(
  threadId: string,
  commentId: string,
  content: CommentText,
): Promise<void> {
  return callApi('PUT', `/api/v1/threads/${threadId}/comments/${commentId}`, inputOf(content));
}

/** Takes a comment back. */
export function sendRemoval(threadId: string, commentId: string): Promise<void> {
  return callApi('DELETE', `/api/v1/threads/${threadId}/comments/${commentId}`);
}

/** Settles a thread, or opens it again. */
export function sendState(threadId: string, state: ThreadState): Promise<void> {
  return callApi('PATCH', `/api/v1/threads/${threadId}`, { state });
}
