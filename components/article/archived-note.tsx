'use client';

import { Alert, Button, Group, Text } from '@mantine/core';
import type { Ref } from 'react';
import type { ArticleView } from '@/lib/article/article';

/** Says that an article was just archived, and takes it back. */
export function ArchivedNote({
  ref,
  article,
  busy,
  onUndo,
}: {
  /** The button that takes it back. */
  ref: Ref<HTMLButtonElement>;
  article: ArticleView;
  busy: boolean;
  onUndo: () => void;
}) {
  return (
    <Alert variant="light" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          “<bdi>{article.title}</bdi>” is archived. Its text and highlights are kept.
        </Text>
        <Button ref={ref} variant="default" size="compact-md" loading={busy} onClick={onUndo}>
          Undo
        </Button>
      </Group>
    </Alert>
  );
}
