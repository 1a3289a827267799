import type { ArticleTextHandle, ArticleTextProps } from '@/components/article-text/article-text';
import type { CSSProperties, RefCallback, RefObject } from 'react';
import { useCallback, useState } from 'react';
import { ArticleText } from '@/components/article-text/article-text';
import type { Blocks } from '@/components/live/span-index';
import type { ComparisonWorkspace } from '@/lib/comparison/comparison-workspace';
import { PageStyle } from '@/components/ui/page-style';
import { Minimap } from './minimap';
import type { Painted } from './use-painting';
import { usePainting } from './use-painting';

const nothing = () => {};

/** The props of an article that cannot be changed. */
const onlyRead: ArticleInHand = {
  annotations: [],
  authorName: '',
  chosenId: null,
  readOnly: true,
  onChoose: nothing,
  onSelection: nothing,
  onResize: nothing,
};

/** The props of an article that can be annotated; see `ArticleText`. */
type ArticleInHand = Pick<
  ArticleTextProps,
  'annotations' | 'authorName' | 'chosenId' | 'readOnly' | 'onChoose' | 'onSelection' | 'onResize'
>;

/** The article with a row of lines for each layer, the shading, and its minimap. */
export function ArticleLanes({
  workspace,
  article,
  blocks,
  box,
  inHand = onlyRead,
  ...painted
}: Painted & {
  workspace: Pick<ComparisonWorkspace, 'text' | 'segmentation' | 'article'>;
  article: RefObject<ArticleTextHandle | null>;
  blocks: Blocks;
  /** Observes the pointer; see `usePointed`. */
  box: RefCallback<HTMLElement>;
  inHand?: ArticleInHand;
}) {
  const { styles, below } = usePainting(painted, blocks, article);
  const [laidOut, setLaidOut] = useState(0);
  const layout = useCallback(() => setLaidOut((count) => count + 1), []);
  return (
    <div ref={box} style={{ '--below': `${below}px` } as CSSProperties}>
      <PageStyle>{styles}</PageStyle>
      <ArticleText
        text={workspace.text}
        segmentation={workspace.segmentation}
        language={workspace.article.language}
        labels={painted.labels}
        {...inHand}
        onLayout={layout}
        handle={article}
      />
      <Minimap
        compared={painted.compared}
        chosen={painted.chosen}
        blocks={blocks}
        article={article}
        laidOut={`${laidOut} ${below}`}
      />
    </div>
  );
}
