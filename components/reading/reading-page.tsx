'use client';

import { Button, List, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { ArticleHead } from '@/components/annotate/article-head';
import { ArticlePlace } from '@/components/annotate/article-place';
import { ArticleText } from '@/components/article-text/article-text';
import type { Annotation } from '@/lib/annotation/annotation';
import type { Desk, VisibleLayer } from '@/lib/annotation/desk';
import classes from './reading-page.module.css';

const none: Annotation[] = [];
const nothing = () => {};

function Layers({ layers, articleId }: { layers: VisibleLayer[]; articleId: string }) {
  if (layers.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No reading of this article is open to you.
      </Text>
    );
  return (
    <>
      <Title order={2} size="h5">
        Readings open to you
      </Title>
      <List size="sm" mt="xs" spacing={4} listStyleType="none">
        {layers.map(({ layerId, author, state }) => (
          <List.Item key={layerId}>
            {author}{' '}
            <Text span size="sm" c="dimmed">
              {state === 'submitted' ? 'submitted' : 'not submitted yet'}
            </Text>
          </List.Item>
        ))}
      </List>
      <Button
        component="a"
        href={`/api/v1/articles/${articleId}/export?format=csv&excel=true`}
        download
        variant="default"
        mt="md"
        leftSection={<IconDownload size={16} aria-hidden />}
      >
        Export CSV
      </Button>
    </>
  );
}

/** The article for those who may not annotate it: to read, with what the project opens to them. */
export function ReadingPage({ desk }: { desk: Desk }) {
  const { article, annotations, layer, otherLayersVisible } = desk;
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
          annotations={layer === null ? none : annotations}
          authorName={desk.author.name}
          chosenId={null}
          readOnly
          onChoose={nothing}
          onSelection={nothing}
          onResize={nothing}
          handle={null}
        />
      </div>
      <aside className={classes.layers} aria-label="Readings">
        <Layers layers={otherLayersVisible} articleId={article.id} />
      </aside>
    </div>
  );
}
