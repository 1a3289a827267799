'use client';

import { useState } from 'react';
import { ArticleHead } from '@/components/annotate/article-head';
import { ArticlePlace } from '@/components/annotate/article-place';
import { ArticleText } from '@/components/article-text/article-text';
import type { Desk, VisibleLayer } from '@/lib/annotation/desk';
import { ReadingChoice } from './reading-choice';
import classes from './reading-page.module.css';
import { useReading } from './use-reading';

const nothing = () => {};

/** The readings that this person may look at; one's own, where one has annotated before, comes first. */
function layersOf({ layer, author, otherLayersVisible }: Desk): VisibleLayer[] {
  if (layer === null) return otherLayersVisible;
  const own = {
    layerId: layer.id,
    author: author.name,
    kind: 'analyst',
    state: layer.state,
  } as const;
  return [own, ...otherLayersVisible];
}

/** The article for those who may not annotate it: to read, with what the project opens to them. */
export function ReadingPage({ desk }: { desk: Desk }) {
  const { article } = desk;
  const layers = layersOf(desk);
  const [chosen, choose] = useState<string | null>(layers[0]?.layerId ?? null);
  const reading = useReading(chosen);
  return (
    <div className={classes.grid}>
      <div className={classes.place}>
        <ArticlePlace
          project={desk.project}
          previous={desk.previous}
          next={desk.next}
          codebookVersion={desk.codebook.version}
        />
      </div>
      <div className={classes.head}>
        <ArticleHead article={article} waits={false} />
      </div>
      <div className={classes.article}>
        <ArticleText
          text={desk.text}
          segmentation={desk.segmentation}
          language={article.language}
          labels={desk.codebook.content.labels}
          annotations={reading.annotations}
          authorName={layers.find(({ layerId }) => layerId === chosen)?.author ?? ''}
          chosenId={null}
          readOnly
          onChoose={nothing}
          onSelection={nothing}
          onResize={nothing}
          handle={null}
        />
      </div>
      <aside className={classes.layers} aria-label="Readings">
        <ReadingChoice
          layers={layers}
          articleId={article.id}
          chosen={chosen}
          reading={reading}
          onChoose={choose}
        />
      </aside>
    </div>
  );
}
