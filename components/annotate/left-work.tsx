import { labelLookup } from '@/components/article-text/labels';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ArticleLive } from '@/components/live/article-live';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { RefusedChanges } from './refused-changes';
import { useWork } from './use-work';

const why = ({ article }: ArticleWorkspace) =>
  article.archived
    ? 'This article is archived: it can be read, not annotated, until a manager restores it.'
    : 'You may read this article, but not annotate it now.';

/** For users who annotated an article and may no longer: a note, and their unsaved changes. */
export function LeftWork({ workspace, live }: { workspace: ArticleWorkspace; live: ArticleLive }) {
  const work = useWork(workspace, live);
  const lookup = useMemo(
    () => labelLookup(workspace.codebook.content.labels),
    [workspace.codebook.content],
  );
  return (
    <>
      <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
        {why(workspace)} Your annotations are still there.
      </Alert>
      <RefusedChanges
        refused={work.refused}
        text={workspace.text}
        lookup={lookup}
        onRetry={null}
        onDismiss={work.dismiss}
      />
    </>
  );
}
