'use client';

import { Group, NativeSelect } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { listAddress } from '@/components/ui/list-address';
import { FindField } from '@/components/ui/list-controls';
import type { ArticleQuery } from './article-query';
import { articleParams } from './article-query';

/** Search, filter and order of a project's articles, which are stored in the page's address. */
export function ArticleTools({
  path,
  query,
  annotates,
}: {
  path: string;
  query: ArticleQuery;
  /** Whether the viewer annotates, so that the list can be filtered by their own work. */
  annotates: boolean;
}) {
  const router = useRouter();
  const [, begin] = useTransition();
  const go = (changed: Partial<ArticleQuery>) =>
    begin(() =>
      router.replace(listAddress(path, articleParams({ ...query, ...changed })), { scroll: false }),
    );
  return (
    <Group gap="md" align="end" role="search">
      <FindField label="Find an article" text={query.q} onFind={(q) => go({ q })} />
      {annotates && (
        <NativeSelect
          label="Show"
          value={query.work}
          onChange={({ currentTarget }) =>
            go({
              work:
                currentTarget.value === 'todo' || currentTarget.value === 'done'
                  ? currentTarget.value
                  : '',
            })
          }
          data={[
            { value: '', label: 'All' },
            { value: 'todo', label: 'To do' },
            { value: 'done', label: 'Submitted by me' },
          ]}
        />
      )}
      <NativeSelect
        label="Order"
        value={query.sort}
        onChange={({ currentTarget }) =>
          go({ sort: currentTarget.value === 'newest' ? 'newest' : 'title' })
        }
        data={[
          { value: 'title', label: 'By title' },
          { value: 'newest', label: 'Newest first' },
        ]}
      />
    </Group>
  );
}
