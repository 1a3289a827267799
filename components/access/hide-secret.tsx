'use client';

import { useEffect } from 'react';
import type { LinkPath } from '@/components/ui/secret-link';
import { forgetSecret, rememberSecret } from '@/components/ui/secret-link';

/**
 * Takes the secret of a one-time link out of the address bar and the tab’s history, once the page has
 * read it; a reload goes by what this tab remembers. Shows nothing.
 */
export function HideSecret({
  path,
  secret,
  works,
}: {
  path: LinkPath;
  secret: string;
  /** Whether the link can still be used. */
  works: boolean;
}) {
  useEffect(() => {
    // After Next has begun to follow the history, which it does after the effects of its pages.
    const timer = setTimeout(() => {
      if (!works) forgetSecret(path);
      else if (!rememberSecret(path, secret)) return;
      window.history.replaceState(null, '', path);
    });
    return () => clearTimeout(timer);
  }, [path, secret, works]);
  return null;
}
