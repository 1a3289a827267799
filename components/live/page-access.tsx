import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem, callApi } from '@/components/ui/api';
import type { ArticleLive, LiveEvent } from './article-live';

/** The viewer's access to the page: `gone` where the article is archived or not open to them, `signed-out` where the session ended. */
type PageAccess = 'open' | 'gone' | 'signed-out';

/** Changes of rights come in bursts; access is checked once, after so many milliseconds. */
const rightsDebounce = 250;

/** After a denied channel, further denials are ignored for so many milliseconds. */
const denialLasts = 30_000;

/** Whether an event may mean that the viewer's rights have changed. */
export function isAboutRights(event: LiveEvent, isJoinedBefore: boolean): boolean {
  if (event.kind === 'message') return event.message.kind === 'rights';
  if (event.kind === 'joined') return event.channel === 'own' && isJoinedBefore;
  return event.why !== 'connection' && event.why !== 'self';
}

/**
 * Reloads the page's data when the viewer's rights may have changed. Where the article is no longer
 * open to them the page stays as it is, with unsaved work, and shows an alert.
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
      timer = setTimeout(look, rightsDebounce);
    };
    const handleEvent = (event: LiveEvent) => {
      const isDenied = event.kind === 'left' && event.why === 'denied';
      const isKnown = isDenied && performance.now() - deniedAt < denialLasts;
      if (isDenied) deniedAt = performance.now();
      if (!isKnown && isAboutRights(event, isJoined)) soon();
      if (event.kind === 'joined' && event.channel === 'own') isJoined = true;
    };
    // They may have signed in elsewhere, or the article may be open again.
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

/** An alert that nothing can be written on this page any more, and why. */
export function AccessAlert({ access, path }: { access: PageAccess; path: string }) {
  if (access === 'open') return null;
  return (
    <Alert role="alert" color="yellow" mt="md" icon={<IconAlertTriangle aria-hidden />}>
      {access === 'gone' ? (
        <>
          This article was archived, or is no longer open to you, so nothing can be changed now.
          What you saved is kept. What was not saved yet stays on this page, for you to copy.
        </>
      ) : (
        <>
          You are signed out. Changes that were not saved are kept in this browser.{' '}
          <Anchor href={`/sign-in?next=${encodeURIComponent(path)}`} size="sm">
            Sign in again
          </Anchor>
        </>
      )}
    </Alert>
  );
}
