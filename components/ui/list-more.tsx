'use client';

import { Anchor, Group } from '@mantine/core';
import Link from 'next/link';
import type { ListQuery } from './list-address';
import { listAddress, moreOf } from './list-address';

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
