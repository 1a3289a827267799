import { blocksOf } from '@/lib/article/segment';
import { Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { counted, shortQuote } from '@/components/ui/format-text';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { AnnotationThreads, NewThread } from './annotation-threads';
import type { Discussion, DiscussionPanelState as Panel } from './use-discussion';
import { useArticleDiscussion, DiscussionProvider } from './use-discussion';
import { ThreadBox } from './thread-box';
import classes from './thread-box.module.css';
import { openFirst } from './messages';
import { blockAt } from './thread-markers';

/** The media query under which the panel is a sheet at the bottom. */
const narrow = '(max-width: 62.49em)';

function titleOf({ threads }: Discussion, panel: Panel): string {
  if (panel?.show === 'new-thread') return 'Discuss this passage';
  if (panel?.show === 'threads') return 'Discussion';
  const open = threads.filter(({ state }) => state === 'open').length;
  return `Discussion, ${counted(open, 'open thread')}`;
}

function Empty({ mayComment }: { mayComment: boolean }) {
  return (
    <Text size="sm" c="dimmed">
      {mayComment
        ? 'No discussion of this article is open to you. To start one, select some text and press d, or open an annotation.'
        : 'No discussion of this article is open to you.'}
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
        <ThreadBox key={thread.id} thread={thread} withQuote takesFocus={wanted?.length === 1} />
      ))}
      {shown.length === 0 && problem === null && wanted === null && (
        <Empty mayComment={mayComment} />
      )}
      {shown.length === 0 && problem === null && wanted !== null && (
        <Text size="sm" c="dimmed">
          This discussion is not open to you, or its comments were deleted.
        </Text>
      )}
    </Stack>
  );
}

/** The panel of threads beside the article, or at the bottom of narrow screens. The article stays usable. */
function DiscussionPanel() {
  const discussion = useArticleDiscussion();
  const { panel, open, threads } = discussion;
  const isNarrow = useMediaQuery(narrow) ?? false;
  const body = useRef<HTMLDivElement>(null);
  // The content stays while the panel closes.
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
      // It opens at once, since the next keys are typed into it.
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
                takesFocus
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

/** The id of the thread in the page's address, if any. */
function threadInAddress(): string | null {
  return new URLSearchParams(window.location.search).get('thread');
}

/** Opens the thread of the page's address, once it is loaded, and scrolls to its passage. */
function useThreadLink(text: string, { threads, isBusy, open }: Discussion): void {
  const done = useRef(false);
  useEffect(() => {
    const threadId = threadInAddress();
    if (done.current || isBusy || threadId === null) return;
    done.current = true;
    open({ show: 'threads', threadIds: [threadId] });
    const start = threads.find(({ id }) => id === threadId)?.segments[0]?.start;
    if (start === undefined) return;
    const article = document.querySelector('[aria-label="Article"]');
    article?.children[blockAt(blocksOf(text), start)]?.scrollIntoView({ block: 'center' });
  }, [text, threads, isBusy, open]);
}

/** Provides an article's discussion to the page inside, and renders its panel. */
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
