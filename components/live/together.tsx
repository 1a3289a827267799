import type { RefObject, ReactNode } from 'react';
import { useEffect, useMemo } from 'react';
import { Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { ArticleLive } from './article-live';
import { colleaguePaint } from './colleague-paint';
import { HighlightPainter } from './highlight-painter';
import { useColleagues } from './use-colleagues';
import { useHere } from './here-card';
import { usePageAccess } from './page-access';
import { useWhereabouts } from './use-whereabouts';
import { LayerSwitches } from './layer-switches';
import { PeopleHere } from './people-here';

/** The page's state of collaboration: who is here, colleagues' layers, and their annotations at the caret. */
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

/** See `useTogether`. */
type TogetherState = ReturnType<typeof useTogether>;

/** The media query from which on the navigation column is beside the article. */
export const wide = '(min-width: 80em)';

/** Who else is here and the switches of colleagues' layers; nothing where there is nobody. */
export function Together({
  together,
  article,
  children,
}: {
  together: TogetherState;
  article: RefObject<ArticleTextHandle | null>;
  children?: ReactNode;
}) {
  const isWide = useMediaQuery(wide) ?? false;
  const { people, layers, wanted, blocks } = together;
  const go = (position: number) => article.current?.textLayout()?.reveal(blocks.at(position));
  return (
    <Stack gap="md" mt="md">
      <PeopleHere people={people} blocks={blocks} onGo={go} />
      <LayerSwitches layers={layers} wanted={wanted} isFolded={!isWide} />
      {children}
    </Stack>
  );
}
