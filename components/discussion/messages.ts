import { counted } from '@/components/ui/format-text';
import type { ThreadView } from '@/lib/discussion/thread';

type ThreadSummary = Pick<ThreadView, 'state' | 'comments'>;

/** How much is said in threads, in words: open ones count first. */
export function threadsMessage(threads: readonly ThreadSummary[]): string {
  const open = threads.filter(({ state }) => state === 'open').length;
  const comments = threads.reduce((sum, { comments: list }) => sum + list.length, 0);
  if (threads.length === 0) return 'No discussion';
  const stateText = open === 0 ? 'resolved' : `${open} open`;
  return `${counted(comments, 'comment')}, ${stateText}`;
}

/** The threads on an annotation, or on passages where there is none; in the order of the list. */
export function threadsOn<Thread extends Pick<ThreadView, 'annotationId'>>(
  threads: readonly Thread[],
  annotationId: string | null,
): Thread[] {
  return threads.filter((thread) => thread.annotationId === annotationId);
}

/** Open ones before those that are resolved; else as they were. */
export function openFirst<Thread extends Pick<ThreadView, 'state'>>(
  threads: readonly Thread[],
): Thread[] {
  const isOpen = ({ state }: Thread) => state === 'open';
  return [...threads.filter(isOpen), ...threads.filter((thread) => !isOpen(thread))];
}

/** How many mentions are told as a number at most. */
export const maxCounted = 99;

/** What the sign in the page's head shows and is called; null where there is nothing new. */
export function unseenMentionsLabel(unseen: number): { count: string; name: string } | null {
  if (unseen === 0) return null;
  const count = unseen > maxCounted ? `${maxCounted}+` : String(unseen);
  return { count, name: `${count} new ${unseen === 1 ? 'mention' : 'mentions'} of you` };
}
