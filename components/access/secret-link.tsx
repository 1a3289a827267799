'use client';

import { useEffect, useState } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LinkPath } from '@/components/ui/browser-storage';
import { forgetSecret, rememberSecret, rememberedSecret } from '@/components/ui/browser-storage';

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

/** Opens the one-time link that this tab has read before, after a reload; shows `children` where there is none. */
export function OpenAgain({ path, children }: { path: LinkPath; children: ReactNode }) {
  const [isNone, setNone] = useState(false);
  useEffect(() => {
    const secret = rememberedSecret(path);
    if (secret === null) setNone(true);
    else window.location.replace(`${path}/${encodeURIComponent(secret)}`);
  }, [path]);
  return isNone ? children : null;
}

/** For somebody who comes to the page of a one-time link without the link. */
export function OpenLinkFirst() {
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        Open your link again
      </Title>
      <Text>
        The secret part of the link does not stay in the address bar, where others could read it.
        Open the link from the message that you were sent.
      </Text>
    </Stack>
  );
}
