'use client';

import { useEffect, useState } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LinkPath } from '@/components/ui/browser-storage';
import { forgetSecret, rememberSecret, rememberedSecret } from '@/components/ui/browser-storage';

/**
 * Removes the secret of a one-time link from the address bar and the tab’s history; a reload uses
 * the one stored for this tab. Renders nothing.
 */
export function HideSecret({
  path,
  secret,
  works,
}: {
  path: LinkPath;
  secret: string;
  /** Whether the link is still valid. */
  works: boolean;
}) {
  useEffect(() => {
    // Next starts to track the history after the effects of its pages.
    const timer = setTimeout(() => {
      if (!works) forgetSecret(path);
      else if (!rememberSecret(path, secret)) return;
      window.history.replaceState(null, '', path);
    });
    return () => clearTimeout(timer);
  }, [path, secret, works]);
  return null;
}

/**
 * After a reload, opens the one-time link stored for this tab; renders `children` where there is
 * none.
 */
export function OpenAgain({ path, children }: { path: LinkPath; children: ReactNode }) {
  const [isNone, setNone] = useState(false);
  useEffect(() => {
    const secret = rememberedSecret(path);
    if (secret === null) setNone(true);
    else window.location.replace(`${path}/${encodeURIComponent(secret)}`);
  }, [path]);
  return isNone ? children : null;
}

/** The page for visitors without the secret of a one-time link. */
export function OpenLinkFirst() {
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        Open your link again
      </Title>
      <Text>
        The secret part of the link is removed from the address bar, where others could read it.
        Open the link from the message that you received.
      </Text>
    </Stack>
  );
}
