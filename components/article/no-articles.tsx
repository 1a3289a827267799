'use client';

import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import Link from 'next/link';
import { may } from '@/lib/access/permission';
import type { ProjectView } from '@/lib/project/project';
import type { ArticleQuery } from './article-query';
import { isNarrowed } from './article-query';

/** Why no article is listed, and what to do next. */
export function NoArticles({ project, query }: { project: ProjectView; query: ArticleQuery }) {
  const path = `/projects/${project.id}`;
  if (isNarrowed(query))
    return (
      <Text role="status">
        No article here is like that.{' '}
        <Anchor
          component={Link}
          underline="always"
          href={query.archived ? `${path}?archived=true` : path}
        >
          Show all
        </Anchor>
      </Text>
    );
  if (query.archived) return <Text>No article is archived.</Text>;
  if (project.archivedAt !== null) return <Text>There is no article here.</Text>;
  if (!may(project.role, 'add articles'))
    return (
      <Text>
        There is no article here yet. Managers and owners add them; you will find them on this page.
      </Text>
    );
  return (
    <Stack gap="md" maw={560}>
      <Text>
        There is no article here yet. Paste one, or drop a text file: you see what the clean-up
        changes before its text is frozen.
      </Text>
      <Group>
        <Button component={Link} href={`${path}/articles/new`}>
          Add an article
        </Button>
      </Group>
    </Stack>
  );
}
