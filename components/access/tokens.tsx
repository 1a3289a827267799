'use client';

import { Anchor, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { NewTokenView, TokenView } from '@/lib/access/token';
import { NewToken } from './new-token';
import { TokenForm } from './token-form';
import { TokenList } from './token-list';

/** Personal access tokens: what there is, making one, revoking one. */
export function Tokens({ tokens }: { tokens: readonly TokenView[] }) {
  const router = useRouter();
  const heading = useRef<HTMLHeadingElement>(null);
  const [made, setMade] = useState<NewTokenView | null>(null);
  return (
    <Stack gap="md" component="section" aria-labelledby="tokens-title">
      <div>
        <Title ref={heading} tabIndex={-1} order={2} size="h3" id="tokens-title">
          Access tokens
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          A script or a notebook uses a token in place of your password. It may do what you may, as
          far as its scopes reach.{' '}
          <Anchor component={Link} href="/docs/api" inherit underline="always">
            How to use one
          </Anchor>
        </Text>
      </div>
      {made !== null && <NewToken made={made} onPutAway={() => setMade(null)} />}
      <TokenList
        tokens={tokens}
        landing={heading}
        onRevoked={(tokenId) => {
          if (made?.id === tokenId) setMade(null);
          router.refresh();
        }}
      />
      <TokenForm
        onMade={(token) => {
          setMade(token);
          router.refresh();
        }}
      />
    </Stack>
  );
}
