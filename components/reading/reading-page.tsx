'use client';

import { Anchor } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { ArticleHead } from '@/components/annotate/article-head';
import { ArticlePlace } from '@/components/annotate/article-place';
import { ArticleText } from '@/components/article-text/article-text';
import type { Desk, VisibleLayer } from '@/lib/annotation/desk';
import table from './article-table.module.css';
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
    authorId: author.id,
    kind: 'analyst',
    state: layer.state,
  } as const;
  return [own, ...otherLayersVisible];
}

/** Whose reading is shown first: who annotates here comes to see what others did. */
function firstOf(desk: Desk): VisibleLayer | undefined {
  return desk.mayAnnotate ? desk.otherLayersVisible[0] : layersOf(desk)[0];
}

/** The article to read, with the readings that the project opens: for viewers, and beside one's own work. */
export function ReadingPage({ desk }: { desk: Desk }) {
  const { article } = desk;
  const layers = layersOf(desk);
  const [chosen, choose] = useState<string | null>(firstOf(desk)?.layerId ?? null);
  const reading = useReading(chosen);
  return (
    <div className={`${table.grid} ${classes.grid}`}>
      <div className={table.place}>
        <ArticlePlace
          project={desk.project}
          previous={desk.previous}
          next={desk.next}
          codebookVersion={desk.codebook.version}
          articleId={article.id}
        />
      </div>
      <div className={table.head}>
        <ArticleHead article={article} waits={false} />
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
      </aside>
      <div className={table.article}>
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
    </div>
  );
}
