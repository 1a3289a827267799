import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem, callApi } from '@/components/ui/api';
import type { ArticleLive, LiveEvent } from './article-live';

/** Whether the page is still open to its person: the article may be archived or closed to them, their session over. */
type PageAccess = 'open' | 'gone' | 'signed-out';

/** News of rights come in swarms; they are looked at together, after so many milliseconds. */
const together = 250;

/** How long a desk is trusted that the server has just contradicted, in milliseconds. */
const denialLasts = 30_000;

/** Whether what happened may have changed what this person may see or do. */
export function isAboutRights(event: LiveEvent, isJoinedBefore: boolean): boolean {
  if (event.kind === 'message') return event.message.kind === 'rights';
  if (event.kind === 'joined') return event.channel === 'own' && isJoinedBefore;
  return event.why !== 'connection' && event.why !== 'self';
}

/**
 * Reads the desk anew when rights may have changed. Where the article is no longer open to this
 * person the page stays as it is, with what they have not saved, and says so.
 */
export function usePageAccess(live: ArticleLive): PageAccess {
  const router = useRouter();
  const [access, setAccess] = useState<PageAccess>('open');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let now: PageAccess | 'over' = 'open';
    let isJoined = false;
    let deniedAt = -Infinity;

    const become = (next: PageAccess) => {
      if (now === 'over') return;
      now = next;
      setAccess(next);
      if (next === 'open') router.refresh();
    };
    const look = () => {
      callApi('GET', `/api/v1/articles/${live.articleId}`).then(
        () => become('open'),
        (thrown: unknown) => {
          const status = thrown instanceof ApiProblem ? thrown.status : 0;
          if (status === 401) become('signed-out');
          else if (status === 403 || status === 404) become('gone');
        },
      );
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, together);
    };
    const handleEvent = (event: LiveEvent) => {
      const isDenied = event.kind === 'left' && event.why === 'denied';
      const isKnown = isDenied && performance.now() - deniedAt < denialLasts;
      if (isDenied) deniedAt = performance.now();
      if (!isKnown && isAboutRights(event, isJoined)) soon();
      if (event.kind === 'joined' && event.channel === 'own') isJoined = true;
    };
    // Perhaps they have signed in elsewhere, or the article is open again.
    const focused = () => {
      if (now !== 'open') soon();
    };

    const unsubscribe = live.listen(handleEvent);
    window.addEventListener('focus', focused);
    return () => {
      now = 'over';
      clearTimeout(timer);
      unsubscribe();
      window.removeEventListener('focus', focused);
    };
  }, [live, router]);
  return access;
}

/** Says plainly that nothing can be written here any more, and why. */
export function AccessAlert({ access, path }: { access: PageAccess; path: string }) {
  if (access === 'open') return null;
  return (
    <Alert role="alert" color="yellow" mt="md" icon={<IconAlertTriangle aria-hidden />}>
      {access === 'gone' ? (
        <>
          This article was archived, or is no longer open to you: nothing can be written in it now.
          What you saved is kept. What you had not saved stays here, to be copied.
        </>
      ) : (
        <>
          You are signed out. What you had not saved is kept in this browser.{' '}
          <Anchor href={`/sign-in?next=${encodeURIComponent(path)}`} size="sm">
            Sign in again
          </Anchor>
        </>
      )}
    </Alert>
  );
}
