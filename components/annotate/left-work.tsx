import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { ArticleLive } from '@/components/live/article-live';
import type { Desk } from '@/lib/annotation/desk';
import { labelShelf } from './label-shelf';
import { RefusedDeeds } from './refused-deeds';
import { useWork } from './use-work';

const why = ({ article }: Desk) =>
  article.archived
    ? 'This article is archived: it can be read, not annotated, until a manager brings it back.'
    : 'You may read this article, but not annotate it now.';

/** For those who have annotated an article and may not any more: that it is so, and what of theirs was not saved. */
export function LeftWork({ desk, live }: { desk: Desk; live: ArticleLive }) {
  const work = useWork(desk, live);
  const shelf = useMemo(() => labelShelf(desk.codebook.content.labels), [desk.codebook.content]);
  return (
    <>
      <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
        {why(desk)} Your highlights are kept.
      </Alert>
      <RefusedDeeds
        refused={work.refused}
        text={desk.text}
        shelf={shelf}
        onRetry={null}
        onDismiss={work.dismiss}
      />
    </>
  );
}
