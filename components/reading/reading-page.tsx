'use client';

import { Anchor, Box } from '@mantine/core';
import Link from 'next/link';
import { useCallback, useRef, useState, useSyncExternalStore } from 'react';
import { ArticleHead } from '@/components/annotate/article-head';
import { ArticlePlace } from '@/components/annotate/article-place';
import { LeftWork } from '@/components/annotate/left-work';
import { ArticleText } from '@/components/article-text/article-text';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
import { mayCompare } from '@/components/comparison/may-compare';
import { showPlace } from '@/components/comparison/show-place';
import { ArticleTalk } from '@/components/discussion/article-talk';
import { DiscussHighlight } from '@/components/discussion/discuss-highlight';
import { TalkButton } from '@/components/discussion/talk-button';
import { TalkMargin } from '@/components/discussion/talk-margin';
import { useTalk } from '@/components/discussion/use-talk';
import { ColleagueInk } from '@/components/live/colleague-ink';
import { MarginMarkers } from '@/components/live/margin-markers';
import { PeopleHere } from '@/components/live/people-here';
import { StandingNote } from '@/components/live/standing-note';
import { useArticleLive } from '@/components/live/use-article-live';
import { useTogether } from '@/components/live/use-together';
import { CalibrationNote } from '@/components/settling/calibration-note';
import type { Desk, VisibleLayer } from '@/lib/annotation/desk';
import { positionIndex } from '@/lib/article/code-points';
import table from './article-table.module.css';
import { ReadingChoice } from './reading-choice';
import type { ReadingsAsk } from './readings-ask';
import classes from './reading-page.module.css';
import { useReading } from './use-reading';

const nothing = () => {};

const nothingAsked: ReadingsAsk = { layer: null, at: null };

/** The readings that this person may look at; one's own, where one has annotated before, comes first. */
function layersOf(
  { layer, author }: Desk,
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

/** Whose reading is shown first: who annotates here comes to see what others did. */
function firstOf(desk: Desk): VisibleLayer | undefined {
  const { otherLayersVisible } = desk;
  return desk.mayAnnotate ? otherLayersVisible[0] : layersOf(desk, otherLayersVisible)[0];
}

/**
 * The article to read, with the readings that the project opens: for viewers, and beside one's own work.
 * Where a layer or a place is asked for, it is what is shown first.
 */
export function ReadingPage({ desk, ask = nothingAsked }: { desk: Desk; ask?: ReadingsAsk }) {
  const { article } = desk;
  const text = useRef<ArticleTextHandle>(null);
  const live = useArticleLive(desk);
  const together = useTogether(desk, live, text, { paintsLayers: false });
  const { people, blocks } = together;
  const others = useSyncExternalStore(
    together.layers.subscribe,
    together.layers.list,
    together.layers.list,
  );
  const layers = layersOf(desk, others);
  const [wanted, choose] = useState<string | null>(
    layers.find(({ layerId }) => layerId === ask.layer)?.layerId ?? firstOf(desk)?.layerId ?? null,
  );
  // A reading that is no longer open goes from the page at once.
  const chosen = layers.some(({ layerId }) => layerId === wanted) ? wanted : null;
  const reading = useReading(chosen, live, blocks);
  const talk = useTalk(desk, live);
  const [talkedOf, setTalkedOf] = useState<string | null>(null);
  const discuss = (annotationId: string | null) => {
    const annotation = reading.annotations.find(({ id }) => id === annotationId);
    setTalkedOf(annotation?.id ?? null);
    if (annotation !== undefined)
      talk.open({ show: 'place', place: { annotationId: annotation.id, quote: annotation.quote } });
  };
  const hasArrived = useRef(false);
  const arrive = () => {
    const places = text.current?.textPlaces() ?? null;
    if (places === null || ask.at === null || hasArrived.current) return;
    hasArrived.current = true;
    const { toUtf16 } = positionIndex(desk.text, 'code-point');
    const [start, end] = [toUtf16(ask.at.start), toUtf16(ask.at.end)];
    if (start !== null && end !== null) showPlace(places, blocks, { start, end });
  };
  const go = useCallback(
    (position: number) => text.current?.textPlaces()?.reveal(blocks.at(position)),
    [blocks],
  );
  return (
    <ArticleTalk talk={talk} text={desk.text}>
      <div className={`${table.grid} ${classes.grid}`}>
        <ColleagueInk layers={together.layers} people={people} />
        <div className={table.place}>
          <ArticlePlace
            project={desk.project}
            previous={desk.previous}
            next={desk.next}
            codebookVersion={desk.codebook.version}
            articleId={article.id}
            compares={mayCompare(desk)}
          />
          <Box mt="md">
            <PeopleHere people={people} blocks={blocks} onGo={go} />
          </Box>
        </div>
        <div className={table.head}>
          <ArticleHead article={article} waits={false} />
          <TalkButton />
          <StandingNote standing={together.standing} path={`/articles/${article.id}`} />
          {!desk.mayAnnotate && desk.layer !== null && <LeftWork desk={desk} live={live} />}
          {desk.labelFirst.length > 0 && (
            <CalibrationNote {...desk} articleId={article.id} isSubmitted={false} />
          )}
        </div>
        <aside className={`${table.side} ${classes.layers}`} aria-label="Readings">
          {desk.mayAnnotate && (
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
          <ReadingChoice
            layers={layers}
            articleId={article.id}
            chosen={chosen}
            reading={reading}
            onChoose={choose}
          />
          <DiscussHighlight annotations={reading.annotations} onDiscuss={discuss} />
        </aside>
        <div className={table.article}>
          <ArticleText
            text={desk.text}
            segmentation={desk.segmentation}
            language={article.language}
            labels={desk.codebook.content.labels}
            annotations={reading.annotations}
            authorName={layers.find(({ layerId }) => layerId === chosen)?.author ?? ''}
            chosenId={talkedOf}
            readOnly
            onChoose={discuss}
            onSelection={nothing}
            onResize={nothing}
            onLayout={arrive}
            handle={text}
          />
          <TalkMargin text={desk.text} />
          <MarginMarkers people={people} blocks={blocks} article={text} />
        </div>
      </div>
    </ArticleTalk>
  );
}
