import { Anchor, Text, Title } from '@mantine/core';
import { memo } from 'react';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { formatPublished } from './format-published';

/** The article's title, and where it comes from unless the project hides that. */
export const ArticleHead = memo(function ArticleHead({
  article,
  waits,
}: Pick<ArticleWorkspace, 'article'> & {
  /** Whether what is hidden will be shown once this reader submits. */
  waits: boolean;
}) {
  const hidden = `The outlet, by-line and date are hidden ${waits ? 'until you submit' : 'in this project'}.`;
  const { title, source, author, publishedAt, url, sourceHidden, archived, language } = article;
  const from = [source, author, publishedAt === null ? null : formatPublished(publishedAt)]
    .filter((part) => part !== null)
    .join(' · ');
  return (
    <header>
      <Title order={1} lang={language || undefined} dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {title}
      </Title>
      <Text size="sm" c="dimmed" mt={4} style={{ overflowWrap: 'anywhere' }}>
        {sourceHidden ? hidden : from}
        {url !== null && (
          <>
            {from !== '' && ' · '}
            <Anchor
              href={url}
              rel="noreferrer noopener"
              target="_blank"
              size="sm"
              underline="always"
            >
              Original
            </Anchor>
          </>
        )}
        {archived && ' · Archived: it can be read, not annotated.'}
      </Text>
    </header>
  );
});
