import { useEffect, useRef } from 'react';
import { blocksOf } from '@/lib/article/blocks';
import type { Discussion } from './discussion';
import { blockAt } from './text-range';

/** The thread that the page's address asks for, if it asks for one. */
function asked(): string | null {
  return new URLSearchParams(window.location.search).get('thread');
}

/** Opens the thread that a link led to, once it has come, and scrolls the text to its words. */
export function useThreadLink(text: string, { threads, isBusy, open }: Discussion): void {
  const done = useRef(false);
  useEffect(() => {
    const threadId = asked();
    if (done.current || isBusy || threadId === null) return;
    done.current = true;
    open({ show: 'threads', threadIds: [threadId] });
    const start = threads.find(({ id }) => id === threadId)?.segments[0]?.start;
    if (start === undefined) return;
    const article = document.querySelector('[aria-label="Article"]');
    article?.children[blockAt(blocksOf(text), start)]?.scrollIntoView({ block: 'center' });
  }, [text, threads, isBusy, open]);
}
