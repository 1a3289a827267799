import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import table from './article-table.module.css';

const lines = [100, 96, 99, 92, 64, 0, 98, 100, 94, 97, 45, 0, 99, 95, 100, 72];

/** The skeleton of an article's page while it loads. */
export function ArticleSkeleton() {
  return (
    <div className={table.grid} aria-busy="true">
      <VisuallyHidden>The article is loading.</VisuallyHidden>
      <div className={table.head}>
        <Skeleton height={38} width="80%" />
        <Skeleton height={14} width="45%" mt="md" />
      </div>
      <Stack gap={18} className={table.article}>
        {lines.map((width, index) => (
          <Skeleton key={index} height={14} width={`${width}%`} animate={false} />
        ))}
      </Stack>
    </div>
  );
}
