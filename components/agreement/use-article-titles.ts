import { useEffect, useState } from 'react';
import { callApi } from '@/components/ui/api';

type Listed = { id: string; title: string };

/**
 * Titles of the chosen articles, and of those that are found by `sought`; null looks for none. What
 * cannot be read stays without a title: the filter works all the same.
 */
export function useArticleTitles(
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
