'use client';

import { Anchor, Group } from '@mantine/core';
import Link from 'next/link';
import type { ListAsk } from './list-address';
import { listAddress, moreOf } from './list-address';

/** The ways on from a list: more of it, and back to its start. */
export function ListMore({
  path,
  ask,
  keep,
  nextCursor,
}: {
  path: string;
  ask: ListAsk;
  /** What else the address says and is to stay. */
  keep: Record<string, string | undefined>;
  nextCursor: string | null;
}) {
  if (nextCursor === null && ask.from === undefined) return null;
  return (
    <Group gap="lg">
      {nextCursor !== null && (
        <Anchor
          component={Link}
          scroll={moreOf(ask, nextCursor).from !== ask.from}
          href={listAddress(path, { ...keep, ...moreOf(ask, nextCursor) })}
        >
          Show more
        </Anchor>
      )}
      {ask.from !== undefined && (
        <Anchor component={Link} href={listAddress(path, keep)}>
          Back to the first
        </Anchor>
      )}
    </Group>
  );
}
