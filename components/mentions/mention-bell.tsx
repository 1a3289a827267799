'use client';

import { Button, Tooltip } from '@mantine/core';
import { IconAt } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import type { Listing } from '@/lib/access/listing';
import type { MentionView } from '@/lib/discussion/mention';
import { bellWords, mostCounted } from './bell-words';
import { whenSeen } from './unseen-news';

const path = `/api/v1/me/mentions?unseen=true&limit=${mostCounted + 1}`;

/** Says in the page's head that somebody mentioned the reader; nothing while nobody did. */
export function MentionBell() {
  const [unseen, setUnseen] = useState(0);
  const page = usePathname();
  useEffect(() => {
    const gone = new AbortController();
    const ask = () => {
      callApi<Listing<MentionView>>('GET', path, undefined, { signal: gone.signal }).then(
        ({ items }) => setUnseen(items.length),
        (thrown: unknown) => {
          // What could not be asked now is asked again when the page is looked at next.
          if (!gone.signal.aborted && !(thrown instanceof ApiProblem)) throw thrown;
        },
      );
    };
    ask();
    const deafen = whenSeen(ask);
    window.addEventListener('focus', ask);
    return () => {
      gone.abort();
      deafen();
      window.removeEventListener('focus', ask);
    };
  }, [page]);
  const words = bellWords(unseen);
  if (words === null) return null;
  return (
    <Tooltip label={words.name}>
      <Button
        component={Link}
        href="/mentions"
        variant="light"
        size="compact-md"
        aria-label={words.name}
        leftSection={<IconAt size={16} aria-hidden />}
      >
        {words.count}
      </Button>
    </Tooltip>
  );
}
