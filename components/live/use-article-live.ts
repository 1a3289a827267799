import { useEffect, useMemo } from 'react';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { ArticleLive } from './article-live';

/** Calls once the page has come to rest; answers how to call it off. */
function whenIdle(callback: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(callback, 200);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(callback, { timeout: 2000 });
  return () => cancelIdleCallback(idle);
}

/**
 * The live rooms of the article on the desk, which follow what each new desk opens. The line is
 * loaded and opened when the page has been painted and is idle.
 */
export function useArticleLive(
  workspace: Pick<ArticleWorkspace, 'article' | 'author' | 'live'>,
): ArticleLive {
  const { article, author } = workspace;
  const live = useMemo(() => new ArticleLive(article.id, author.id), [article.id, author.id]);
  useEffect(() => {
    let isOver = false;
    let close: (() => void) | undefined;
    const callOff = whenIdle(() => {
      import('./tab-line').then(
        ({ tabLine }) => {
          if (!isOver) close = live.open(tabLine());
        },
        // The line's code did not come; the page works without, and the next one tries again.
        () => undefined,
      );
    });
    return () => {
      isOver = true;
      callOff();
      close?.();
    };
  }, [live]);
  // Each desk anew, also one that opens the same rooms: the server may have refused one meanwhile.
  useEffect(() => live.follow(workspace.live), [live, workspace]);
  return live;
}
