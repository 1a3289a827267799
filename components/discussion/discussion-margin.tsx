import { blocksOf } from '@/lib/article/segment';
import { threadsMessage } from './messages';
import { UnstyledButton } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { shortQuote } from '@/components/ui/format-text';
import type { MarkerLayout } from './thread-markers';
import { layoutMarkers } from './thread-markers';
import classes from './discussion-margin.module.css';
import { useArticleDiscussion } from './use-discussion';

/** How far the page scrolls before markers are laid out again, in px. */
const stride = 160;

const none: MarkerLayout = { markers: [], lines: [] };

const isSame = (one: MarkerLayout, other: MarkerLayout) =>
  JSON.stringify(one) === JSON.stringify(other);

/** Markers beside the discussed passages, and dotted lines above their words. */
export function DiscussionMargin({ text }: { text: string }) {
  const { threads, open } = useArticleDiscussion();
  const [{ markers, lines }, setLayout] = useState(none);
  const margin = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => blocksOf(text), [text]);
  const passages = useMemo(
    () => threads.filter(({ annotationId }) => annotationId === null),
    [threads],
  );

  const lay = useEffectEvent(() => {
    const box = margin.current?.parentElement;
    const article = box?.querySelector('[aria-label="Article"]');
    if (!box || !article) return;
    const laid = layoutMarkers(box, article, blocks, passages);
    setLayout((before) => (isSame(before, laid) ? before : laid));
  });

  useEffect(() => {
    const box = margin.current?.parentElement;
    if (!box || passages.length === 0) return undefined;
    let frame = 0;
    let laidAt = window.scrollY;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        laidAt = window.scrollY;
        lay();
      });
    };
    const scrolled = () => {
      if (Math.abs(window.scrollY - laidAt) >= stride) soon();
    };
    // Painting annotations may move the text.
    const painted = new MutationObserver((changes) => {
      if (changes.some(({ target }) => !margin.current?.contains(target))) soon();
    });
    painted.observe(box, { childList: true, subtree: true });
    const sized = new ResizeObserver(soon);
    sized.observe(box);
    window.addEventListener('scroll', scrolled, { passive: true });
    window.addEventListener('resize', soon);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      painted.disconnect();
      sized.disconnect();
      window.removeEventListener('scroll', scrolled);
      window.removeEventListener('resize', soon);
      setLayout(none);
    };
  }, [passages, blocks]);

  return (
    <div ref={margin} className={classes.margin}>
      {lines.map((line) => (
        <span key={`${line.left} ${line.top}`} className={classes.line} style={line} aria-hidden />
      ))}
      {markers.map(({ top, threadIds }) => {
        const here = passages.filter(({ id }) => threadIds.includes(id));
        const [first] = here;
        if (first === undefined) return null;
        const message = `${threadsMessage(here)}: ${shortQuote(first.quote, 60)}`;
        return (
          <UnstyledButton
            key={threadIds.join()}
            className={classes.marker}
            style={{ top }}
            data-many={here.length > 1 || undefined}
            aria-label={message}
            title={message}
            onClick={() => open({ show: 'threads', threadIds })}
          >
            <IconMessageCircle size={18} aria-hidden />
            {here.length > 1 && here.length}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
