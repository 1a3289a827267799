'use client';

import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useArticleTitles } from './use-article-titles';

/** A set of articles, looked for by their titles. */
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
      // The server has looked already, and it knows more articles than are here.
      filter={({ options }) => options}
      data={offered.map((id) => ({ value: id, label: titles.get(id) ?? 'An article' }))}
      nothingFoundMessage="No article of this title"
      maxDropdownHeight={280}
    />
  );
}
