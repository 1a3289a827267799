import { useEffect, useMemo } from 'react';
import type { RefObject } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { ArticleLive } from './article-live';
import { colleaguePaint } from './colleague-paint';
import { HighlightPainter } from './highlight-painter';
import { useColleagues } from './use-colleagues';
import { useHere } from './use-here';
import { usePageAccess } from './use-page-access';
import { useWhereabouts } from './use-whereabouts';

/** What the page holds of working together: who is here, whose highlights are open, what is at the caret. */
export function useTogether(
  workspace: ArticleWorkspace,
  live: ArticleLive,
  article: RefObject<ArticleTextHandle | null>,
  { paintsLayers }: { paintsLayers: boolean },
) {
  const colleagues = useColleagues(workspace, live, paintsLayers);
  const { blocks, layers, people } = colleagues;
  const access = usePageAccess(live);
  useWhereabouts(live, workspace.revisionId, blocks, article);
  const here = useHere(layers, article);
  const painter = useMemo(
    () =>
      new HighlightPainter(
        () => article.current?.textLayout() ?? null,
        blocks,
        colleaguePaint(layers, people),
      ),
    [article, blocks, layers, people],
  );
  useEffect(() => painter.attach(), [painter]);
  return { live, ...colleagues, access, here };
}

/** What the parts of a page that show colleagues share. */
export type TogetherState = ReturnType<typeof useTogether>;
