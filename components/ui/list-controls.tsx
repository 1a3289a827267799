'use client';

import { TextInput, Anchor, Group } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import Link from 'next/link';
import type { ListQuery } from './list-address';
import { listAddress, moreOf } from './list-address';

/** A field that looks for text in a list, a moment after the last key, and follows the address. */
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
  /** What was asked for from here and has not come back as `text` yet, the oldest first. */
  const asked = useRef<string[]>([text]);
  useEffect(() => {
    const at = asked.current.indexOf(text);
    asked.current = asked.current.slice(at + 1);
    if (at === -1) setTyped(text);
  }, [text]);
  const find = useDebouncedCallback((query: string) => {
    if (query === text) return;
    asked.current.push(query);
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

/** The ways on from a list: more of it, and back to its start. */
export function ListMore({
  path,
  query,
  params,
  nextCursor,
}: {
  path: string;
  query: ListQuery;
  /** What else the address says and is to stay. */
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
