'use client';

import type { Listing } from '@/lib/page';
import { Button, Tooltip } from '@mantine/core';
import { IconAt } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ApiProblem, callApi } from '@/components/ui/api';
import type { MentionView } from '@/lib/discussion/mention';
import { unseenMentionsLabel, maxCounted } from './messages';

const news = new EventTarget();

/** Notifies the page's header that mentions were seen. */
export function notifySeen(): void {
  news.dispatchEvent(new Event('seen'));
}

/** Subscribes to `notifySeen`; returns how to unsubscribe. */
function whenSeen(listener: () => void): () => void {
  news.addEventListener('seen', listener);
  return () => news.removeEventListener('seen', listener);
}

const path = `/api/v1/me/mentions?unseen=true&limit=${maxCounted + 1}`;

/** The number of unseen mentions, in the page's header; nothing where there are none. */
export function MentionsButton() {
  const [unseen, setUnseen] = useState(0);
  const page = usePathname();
  useEffect(() => {
    const gone = new AbortController();
    const fetchUnseen = () => {
      callApi<Listing<MentionView>>('GET', path, undefined, { signal: gone.signal }).then(
        ({ items }) => setUnseen(items.length),
        (thrown: unknown) => {
          // A failed request is repeated when the page gets the focus.
          if (!gone.signal.aborted && !(thrown instanceof ApiProblem)) throw thrown;
        },
      );
    };
    fetchUnseen();
    const unsubscribe = whenSeen(fetchUnseen);
    window.addEventListener('focus', fetchUnseen);
    return () => {
      gone.abort();
      unsubscribe();
      window.removeEventListener('focus', fetchUnseen);
    };
  }, [page]);
  const label = unseenMentionsLabel(unseen);
  if (label === null) return null;
  return (
    <Tooltip label={label.name}>
      <Button
        component={Link}
        href="/mentions"
        variant="light"
        size="compact-md"
        aria-label={label.name}
        leftSection={<IconAt size={16} aria-hidden />}
      >
        {label.count}
      </Button>
    </Tooltip>
  );
}
