'use client';

import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

/** A field that looks for text in a list, a moment after the last key. */
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
  const find = useDebouncedCallback(onFind, 250);
  return (
    <TextInput
      type="search"
      label={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      maxLength={200}
      dir="auto"
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        find(currentTarget.value.trim());
      }}
    />
  );
}
