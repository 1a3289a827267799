import { counted } from '@/components/ui/format-text';
import type { ThreadView } from '@/lib/discussion/thread';

type ThreadSummary = Pick<ThreadView, 'state' | 'comments'>;

/** The number of comments and of open threads, in words. */
export function threadsMessage(threads: readonly ThreadSummary[]): string {
  const open = threads.filter(({ state }) => state === 'open').length;
  const comments = threads.reduce((sum, { comments: list }) => sum + list.length, 0);
  if (threads.length === 0) return 'No discussion';
  const stateText = open === 0 ? 'resolved' : `${open} open`;
  return `${counted(comments, 'comment')}, ${stateText}`;
}

/** The threads on an annotation, or those on passages for null; in the order of the list. */
export function threadsOn<Thread extends Pick<ThreadView, 'annotationId'>>(
  threads: readonly Thread[],
  annotationId: string | null,
): Thread[] {
  return threads.filter((thread) => thread.annotationId === annotationId);
}

/** Open threads before resolved ones, each in their order. */
export function openFirst<Thread extends Pick<ThreadView, 'state'>>(
  threads: readonly Thread[],
): Thread[] {
  const isOpen = ({ state }: Thread) => state === 'open';
  return [...threads.filter(isOpen), ...threads.filter((thread) => !isOpen(thread))];
}

/** The largest number of unseen mentions that is shown; more are shown as “99+”. */
export const maxCounted = 99;

/** The count and the accessible name of the mentions button; null where nothing is new. */
export function unseenMentionsLabel(unseen: number): { count: string; name: string } | null {
  if (unseen === 0) return null;
  const count = unseen > maxCounted ? `${maxCounted}+` : String(unseen);
  return { count, name: `${count} new ${unseen === 1 ? 'mention' : 'mentions'} of you` };
}
