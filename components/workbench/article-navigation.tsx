import { Anchor, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconChevronLeft } from '@tabler/icons-react';
import Link from 'next/link';
import { memo } from 'react';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { may } from '@/lib/access/permission';
import { otherLayersMessage, formatPublished } from './messages';
import classes from './article-navigation.module.css';

/** Links to the project, the codebook, the article's other pages, and the articles before and after. */
export const ArticleNavigation = memo(function ArticleNavigation({
  project,
  previous,
  next,
  codebookVersion,
  articleId,
  layerCount = 0,
  subpath = '',
  compares = false,
  mayAdjudicate = false,
}: Pick<ArticleWorkspace, 'project' | 'previous' | 'next'> & {
  codebookVersion: number;
  articleId: string;
  /** The number of others' layers that are open, where this page does not show them itself. */
  layerCount?: number;
  /** The end of this page's address, which the articles before and after are opened with too. */
  subpath?: string;
  /** Whether to link to the comparison; see `mayCompare`. */
  compares?: boolean;
  /** Whether the viewer may adjudicate the article. */
  mayAdjudicate?: boolean;
}) {
  return (
    <Stack component="nav" gap="xs" className={classes.navigation} aria-label="Project navigation">
      <Anchor component={Link} href={`/projects/${project.id}`} size="sm" className={classes.link}>
        <IconChevronLeft size={16} aria-hidden />
        <span>{project.name}</span>
      </Anchor>
      <Anchor
        component={Link}
        href={`/projects/${project.id}/codebook`}
        size="sm"
        className={classes.link}
      >
        Codebook, version {codebookVersion}
      </Anchor>
      {layerCount > 0 && (
        <Anchor
          component={Link}
          href={`/articles/${articleId}/annotations`}
          size="sm"
          className={classes.link}
        >
          {otherLayersMessage(layerCount)}
        </Anchor>
      )}
      {compares && (
        <Anchor
          component={Link}
          href={`/articles/${articleId}/comparison`}
          size="sm"
          className={classes.link}
        >
          Compare annotations
        </Anchor>
      )}
      {mayAdjudicate && (
        <Anchor
          component={Link}
          href={`/articles/${articleId}/adjudication`}
          size="sm"
          className={classes.link}
        >
          Adjudicate
        </Anchor>
      )}
      {previous !== null && (
        <Anchor
          component={Link}
          href={`/articles/${previous.id}${subpath}`}
          className={classes.neighbour}
        >
          <Text span size="xs" c="dimmed" className={classes.link}>
            <IconArrowLeft size={14} aria-hidden /> Previous article
          </Text>
          <Text span size="sm" lineClamp={2}>
            {previous.title}
          </Text>
        </Anchor>
      )}
      {next !== null && (
        <Anchor
          component={Link}
          href={`/articles/${next.id}${subpath}`}
          className={classes.neighbour}
        >
          <Text span size="xs" c="dimmed" className={classes.link}>
            Next article <IconArrowRight size={14} aria-hidden />
          </Text>
          <Text span size="sm" lineClamp={2}>
            {next.title}
          </Text>
        </Anchor>
      )}
    </Stack>
  );
});

/** The article's title and source, unless the project hides the source. */
export const ArticleHead = memo(function ArticleHead({
  article,
  waits,
}: Pick<ArticleWorkspace, 'article'> & {
  /** Whether a hidden source is shown once the viewer submits. */
  waits: boolean;
}) {
  const hidden = `The outlet, byline and date are hidden ${waits ? 'until you submit' : 'in this project'}.`;
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
        {archived && ' · Archived: it can be read but not annotated.'}
      </Text>
    </header>
  );
});

/** Whether to link to an article's comparison: the viewer sees every layer, or at least two layers are open to them. */
export function mayCompare({
  role,
  layer,
  otherLayersVisible,
}: Pick<ArticleWorkspace, 'role' | 'layer' | 'otherLayersVisible'>): boolean {
  if (may(role, 'see every layer')) return true;
  return otherLayersVisible.length + Number(layer !== null) > 1;
}
