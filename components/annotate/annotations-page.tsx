'use client';

import { scrollToPassage } from '@/components/workbench/pointed-position';
import { ArticleDiscussion } from '@/components/discussion/discussion-panel';
import { DiscussHighlight, DiscussionButton } from '@/components/discussion/discussion-controls';
import { ColleagueColors } from '@/components/live/colleague-paint';
import { AccessAlert } from '@/components/live/page-access';
import { useArticleLive } from '@/components/live/article-live';
import { useTogether } from '@/components/live/together';
import { CalibrationNote } from '@/components/workbench/article-notes';
import type { AnnotationsQuery } from '@/components/workbench/comparison-page-query';
import { Anchor, Box } from '@mantine/core';
import Link from 'next/link';
import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import {
  ArticleNavigation,
  ArticleHead,
  mayCompare,
} from '@/components/workbench/article-navigation';
import { LeftWork } from './left-work';
import { ArticleText } from '@/components/article-text/article-text';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
import { DiscussionMargin } from '@/components/discussion/discussion-margin';
import { useDiscussion } from '@/components/discussion/use-discussion';
import { PeopleHere, MarginMarkers } from '@/components/live/people-here';
import type { ArticleWorkspace, VisibleLayer } from '@/lib/annotation/article-workspace';
import { positionIndex } from '@/lib/article/code-points';
import table from '@/components/workbench/article-table.module.css';
import { LayerChoice, useLoadedLayer } from './layer-choice';
import classes from './annotations-page.module.css';

const nothing = () => {};

const nothingAsked: AnnotationsQuery = { layer: null, at: null };

/** The layers that the viewer may see; their own comes first, where they have annotated before. */
function layersOf(
  { layer, author }: ArticleWorkspace,
  otherLayersVisible: readonly VisibleLayer[],
): readonly VisibleLayer[] {
  if (layer === null) return otherLayersVisible;
  const own = {
    layerId: layer.id,
    author: author.name,
    authorId: author.id,
    kind: 'analyst',
    state: layer.state,
  } as const;
  return [own, ...otherLayersVisible];
}

/** The layer that is shown first; analysts begin with somebody else's. */
function firstOf(workspace: ArticleWorkspace): VisibleLayer | undefined {
  const { otherLayersVisible } = workspace;
  return workspace.mayAnnotate ? otherLayersVisible[0] : layersOf(workspace, otherLayersVisible)[0];
}

/**
 * The article with others' annotations that the project shows the viewer, for viewers and for
 * analysts beside their own work. Where the address names a layer or a place, that is shown first.
 */
export function AnnotationsPage({
  workspace,
  query = nothingAsked,
}: {
  workspace: ArticleWorkspace;
  query?: AnnotationsQuery;
}) {
  const { article } = workspace;
  const text = useRef<ArticleTextHandle>(null);
  const live = useArticleLive(workspace);
  const together = useTogether(workspace, live, text, { paintsLayers: false });
  const { people, blocks } = together;
  const others = useSyncExternalStore(
    together.layers.subscribe,
    together.layers.list,
    together.layers.list,
  );
  const layers = layersOf(workspace, others);
  const [wanted, choose] = useState<string | null>(
    layers.find(({ layerId }) => layerId === query.layer)?.layerId ??
      firstOf(workspace)?.layerId ??
      null,
  );
  // A layer that is no longer visible disappears at once.
  const chosen = layers.some(({ layerId }) => layerId === wanted) ? wanted : null;
  const loaded = useLoadedLayer(chosen, live, blocks);
  const discussion = useDiscussion(workspace, live);
  const [discussedId, setDiscussedId] = useState<string | null>(null);
  const discuss = (annotationId: string | null) => {
    const annotation = loaded.annotations.find(({ id }) => id === annotationId);
    setDiscussedId(annotation?.id ?? null);
    if (annotation !== undefined)
      discussion.open({
        show: 'new-thread',
        target: { annotationId: annotation.id, quote: annotation.quote },
      });
  };
  const hasArrived = useRef(false);
  const arrive = () => {
    const layout = text.current?.textLayout() ?? null;
    if (layout === null || query.at === null || hasArrived.current) return;
    hasArrived.current = true;
    const { toUtf16 } = positionIndex(workspace.text, 'code-point');
    const [start, end] = [toUtf16(query.at.start), toUtf16(query.at.end)];
    if (start !== null && end !== null) scrollToPassage(layout, blocks, { start, end });
  };
  const go = useCallback(
    (position: number) => text.current?.textLayout()?.reveal(blocks.at(position)),
    [blocks],
  );
  return (
    <ArticleDiscussion discussion={discussion} text={workspace.text}>
      <div className={`${table.grid} ${classes.grid}`}>
        <ColleagueColors layers={together.layers} people={people} />
        <div className={table.navigation}>
          <ArticleNavigation
            project={workspace.project}
            previous={workspace.previous}
            next={workspace.next}
            codebookVersion={workspace.codebook.version}
            articleId={article.id}
            compares={mayCompare(workspace)}
          />
          <Box mt="md">
            <PeopleHere people={people} blocks={blocks} onGo={go} />
          </Box>
        </div>
        <div className={table.head}>
          <ArticleHead article={article} waits={false} />
          <DiscussionButton />
          <AccessAlert access={together.access} path={`/articles/${article.id}`} />
          {!workspace.mayAnnotate && workspace.layer !== null && (
            <LeftWork workspace={workspace} live={live} />
          )}
          {workspace.labelFirst.length > 0 && (
            <CalibrationNote {...workspace} articleId={article.id} isSubmitted={false} />
          )}
        </div>
        <aside className={`${table.side} ${classes.layers}`} aria-label="Annotations">
          {workspace.mayAnnotate && (
            <Anchor
              component={Link}
              href={`/articles/${article.id}`}
              size="sm"
              display="inline-block"
              mb="md"
            >
              Back to my own work
            </Anchor>
          )}
          <LayerChoice
            layers={layers}
            articleId={article.id}
            chosen={chosen}
            loaded={loaded}
            onChoose={choose}
          />
          <DiscussHighlight annotations={loaded.annotations} onDiscuss={discuss} />
        </aside>
        <div className={table.article}>
          <ArticleText
            text={workspace.text}
            segmentation={workspace.segmentation}
            language={article.language}
            labels={workspace.codebook.content.labels}
            annotations={loaded.annotations}
            authorName={layers.find(({ layerId }) => layerId === chosen)?.author ?? ''}
            chosenId={discussedId}
            readOnly
            onChoose={discuss}
            onSelection={nothing}
            onResize={nothing}
            onLayout={arrive}
            handle={text}
          />
          <DiscussionMargin text={workspace.text} />
          <MarginMarkers people={people} blocks={blocks} article={text} />
        </div>
      </div>
    </ArticleDiscussion>
  );
}
