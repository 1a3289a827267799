'use client';

import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

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
