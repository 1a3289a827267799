'use client';

import { TextInput, Anchor, Group } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import Link from 'next/link';
import type { ListQuery } from './list-address';
import { listAddress, moreOf } from './list-address';

/** A search field of a list, debounced by 250 ms, that follows the text in the address. */
export function FindField({
  label,
  text,
  onFind,
}: {
  label: string;
  text: string;
  onFind: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  /** The queries sent from here that have not come back as `text` yet, the oldest first. */
  const sent = useRef<string[]>([text]);
  useEffect(() => {
    const at = sent.current.indexOf(text);
    sent.current = sent.current.slice(at + 1);
    if (at === -1) setTyped(text);
  }, [text]);
  const find = useDebouncedCallback((query: string) => {
    if (query === text) return;
    sent.current.push(query);
    onFind(query);
  }, 250);
  return (
    <TextInput
      type="search"
      label={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      maxLength={200}
      maw={360}
      dir="auto"
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        find(currentTarget.value.trim());
      }}
    />
  );
}

/** The links under a list: more of it, and back to its start. */
export function ListMore({
  path,
  query,
  params,
  nextCursor,
}: {
  path: string;
  query: ListQuery;
  /** Further parameters that stay in the address. */
  params: Record<string, string | undefined>;
  nextCursor: string | null;
}) {
  if (nextCursor === null && query.from === undefined) return null;
  return (
    <Group gap="lg">
      {nextCursor !== null && (
        <Anchor
          component={Link}
          scroll={moreOf(query, nextCursor).from !== query.from}
          href={listAddress(path, { ...params, ...moreOf(query, nextCursor) })}
        >
          Show more
        </Anchor>
      )}
      {query.from !== undefined && (
        <Anchor component={Link} href={listAddress(path, params)}>
          Back to the first
        </Anchor>
      )}
    </Group>
  );
}
