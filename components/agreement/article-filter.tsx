'use client';

import { useEffect, useState } from 'react';
import { callApi } from '@/components/ui/api';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';

type Listed = { id: string; title: string };

/**
 * Titles of the chosen articles, and the articles found by `searchText`; null does not search.
 * Articles that cannot be loaded stay without a title: the filter works without it.
 */
function useArticleTitles(
  projectId: string,
  chosen: readonly string[],
  searchText: string | null,
): { titles: ReadonlyMap<string, string>; found: readonly string[] } {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const [found, setFound] = useState<readonly string[]>([]);
  const missing = chosen
    .filter((id) => !titles.has(id))
    .slice(0, 50)
    .join(',');
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const learn = (articles: readonly Listed[]) => {
      if (!signal.aborted)
        setTitles(
          (known) => new Map([...known, ...articles.map(({ id, title }) => [id, title] as const)]),
        );
    };
    const read = async (id: string) =>
      learn([await callApi<Listed>('GET', `/api/v1/articles/${id}`, undefined, { signal })]);
    for (const id of missing.split(',').filter(Boolean)) read(id).catch(() => {});
    return () => controller.abort();
  }, [missing]);
  useEffect(() => {
    if (searchText === null) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const query = new URLSearchParams({
      limit: '50',
      ...(searchText === '' ? {} : { q: searchText }),
    });
    callApi<{ items: Listed[] }>(
      'GET',
      `/api/v1/projects/${projectId}/articles?${query}`,
      undefined,
      { signal },
    )
      .then(({ items }) => {
        if (signal.aborted) return;
        setTitles(
          (known) => new Map([...known, ...items.map(({ id, title }) => [id, title] as const)]),
        );
        setFound(items.map(({ id }) => id));
      })
      .catch(() => {});
    return () => controller.abort();
  }, [projectId, searchText]);
  return { titles, found };
}

/** A set of articles, found by their titles. */
export function ArticleFilter({
  projectId,
  chosen,
  onChange,
}: {
  projectId: string;
  chosen: readonly string[];
  onChange: (articles: string[]) => void;
}) {
  const [typed, type] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [searchText] = useDebouncedValue(typed.trim(), 250);
  const { titles, found } = useArticleTitles(projectId, chosen, isOpen ? searchText : null);
  const offered = [...new Set([...chosen, ...found])];
  return (
    <MultiSelect
      label="Articles"
      placeholder={chosen.length === 0 ? 'All articles' : ''}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'All articles' }}
      searchValue={typed}
      onSearchChange={type}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      value={[...chosen]}
      onChange={onChange}
      // The server has filtered already, and it knows more articles than are loaded.
      filter={({ options }) => options}
      data={offered.map((id) => ({ value: id, label: titles.get(id) ?? 'An article' }))}
      nothingFoundMessage="No matching article"
      maxDropdownHeight={280}
    />
  );
}
