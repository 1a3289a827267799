import { Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { counted, shortQuote } from '@/components/ui/format-text';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { blocksOf } from '@/lib/article/blocks';
import { AnnotationThreads, NewThread } from './annotation-threads';
import type { Discussion, DiscussionPanelState as Panel } from './use-discussion';
import { useArticleDiscussion, DiscussionProvider } from './use-discussion';
import { ThreadBox } from './thread-box';
import classes from './thread-box.module.css';
import { openFirst } from './messages';
import { blockAt } from './thread-markers';

/** Below this the panel is a sheet from below. */
const narrow = '(max-width: 62.49em)';

function titleOf({ threads }: Discussion, panel: Panel): string {
  if (panel?.show === 'new-thread') return 'Discuss these words';
  if (panel?.show === 'threads') return 'Discussion';
  const open = threads.filter(({ state }) => state === 'open').length;
  return `Discussion, ${counted(open, 'open thread')}`;
}

function Empty({ mayComment }: { mayComment: boolean }) {
  return (
    <Text size="sm" c="dimmed">
      {mayComment
        ? 'Nothing is said about this article where you can read it. Select some words and press d, or open one of the highlights, to begin.'
        : 'Nothing is said about this article where you can read it.'}
    </Text>
  );
}

function Threads({ panel }: { panel: NonNullable<Panel> }) {
  const { threads, isBusy, problem, mayComment } = useArticleDiscussion();
  if (panel.show === 'new-thread') return null;
  const wanted = panel.show === 'threads' ? panel.threadIds : null;
  const shown = openFirst(threads).filter(({ id }) => wanted === null || wanted.includes(id));
  if (isBusy)
    return (
      <Stack gap="sm" role="status" aria-label="The discussion is loading">
        <Skeleton height={90} />
        <Skeleton height={90} />
      </Stack>
    );
  return (
    <Stack gap="sm">
      {problem !== null && <ProblemAlert problem={problem} />}
      {shown.map((thread) => (
        <ThreadBox key={thread.id} thread={thread} withQuote isWanted={wanted?.length === 1} />
      ))}
      {shown.length === 0 && problem === null && wanted === null && (
        <Empty mayComment={mayComment} />
      )}
      {shown.length === 0 && problem === null && wanted !== null && (
        <Text size="sm" c="dimmed">
          This discussion is not open to you, or what was said in it was taken back.
        </Text>
      )}
    </Stack>
  );
}

/** What is said, beside the article; from below on narrow screens. The article stays in reach. */
function DiscussionPanel() {
  const discussion = useArticleDiscussion();
  const { panel, open, threads } = discussion;
  const isNarrow = useMediaQuery(narrow) ?? false;
  const body = useRef<HTMLDivElement>(null);
  // What is shown stays while the panel goes away.
  const [shown, setShown] = useState(panel);
  if (panel !== null && panel !== shown) setShown(panel);
  const target = shown?.show === 'new-thread' ? shown.target : null;
  const only =
    shown?.show === 'threads' && shown.threadIds.length === 1 ? shown.threadIds[0] : null;
  const wanted = threads.find(({ id }) => id === only)?.id ?? null;
  useEffect(() => {
    if (wanted === null) return;
    body.current?.querySelector<HTMLElement>('[data-wanted]')?.focus();
  }, [wanted]);
  return (
    <Drawer
      opened={panel !== null}
      onClose={() => open(null)}
      position={isNarrow ? 'bottom' : 'right'}
      size={isNarrow ? '75%' : 380}
      withOverlay={isNarrow}
      lockScroll={isNarrow}
      trapFocus
      shadow="md"
      // What is typed next belongs into it, so it is there at once.
      transitionProps={{ duration: 0 }}
      title={titleOf(discussion, shown)}
      closeButtonProps={{ 'aria-label': 'Close the discussion' }}
    >
      <div ref={body} className={classes.panel}>
        {target !== null && (
          <Stack gap="sm">
            <Text component="blockquote" size="sm" className={classes.quote} dir="auto">
              {shortQuote(target.quote, 400)}
            </Text>
            {target.annotationId === null ? (
              <NewThread
                target={target}
                isWanted
                onStart={(threadId) => open({ show: 'threads', threadIds: [threadId] })}
              />
            ) : (
              <AnnotationThreads annotationId={target.annotationId} quote={target.quote} />
            )}
          </Stack>
        )}
        {shown !== null && <Threads panel={shown} />}
      </div>
    </Drawer>
  );
}

/** The thread that the page's address asks for, if it asks for one. */
function asked(): string | null {
  return new URLSearchParams(window.location.search).get('thread');
}

/** Opens the thread that a link led to, once it has come, and scrolls the text to its words. */
function useThreadLink(text: string, { threads, isBusy, open }: Discussion): void {
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

/** The discussion around an article's page: what stands in it may ask for it, and it lies open beside it. */
export function ArticleDiscussion({
  discussion,
  text,
  children,
}: {
  discussion: Discussion;
  text: string;
  children: ReactNode;
}) {
  useThreadLink(text, discussion);
  return (
    <DiscussionProvider value={discussion}>
      {children}
      <DiscussionPanel />
    </DiscussionProvider>
  );
}
