'use client';

import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { LinkPath } from '@/components/ui/secret-link';
import { rememberedSecret } from '@/components/ui/secret-link';

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
