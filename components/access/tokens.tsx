'use client';

import {
  Alert,
  Button,
  CopyButton,
  Group,
  TextInput,
  Text,
  Anchor,
  Stack,
  Title,
} from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useState, useRef } from 'react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { callApi } from '@/components/ui/api';
import { ConfirmAction, useQuestion } from '@/components/ui/confirm-action';
import { Time } from '@/components/ui/time';
import type { NewTokenView, TokenView } from '@/lib/access/token';
import classes from './account-list.module.css';
import { useProved } from './proof';
import { TokenForm } from './token-form';

/** The secret of a new token, which is shown only once. */
function NewToken({ made, onClose }: { made: NewTokenView; onClose: () => void }) {
  return (
    <Alert role="status" color="accent" title="Copy this token now: it is not shown again">
      <Group gap="xs" align="flex-end" mt="xs">
        <TextInput
          label="Token"
          value={made.token}
          readOnly
          flex={1}
          miw={220}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={made.token} timeout={3000}>
          {({ copied, copy }) => (
            <Button
              onClick={copy}
              leftSection={
                copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
              }
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Alert>
  );
}

function lastUse({ lastUsedAt }: TokenView) {
  return lastUsedAt === null ? (
    'never used'
  ) : (
    <>
      last used <Time at={lastUsedAt} />
    </>
  );
}

function end({ expiresAt }: TokenView, now: string) {
  if (expiresAt === null) return 'valid until revoked';
  return (
    <>
      {expiresAt <= now ? 'expired' : 'valid until'} <Time at={expiresAt} />
    </>
  );
}

/** The viewer's tokens, expired ones too, each with a button to revoke it. */
function TokenList({
  tokens,
  landing,
  onRevoked,
}: {
  tokens: readonly TokenView[];
  /** Where focus goes when a token has left the list. */
  landing: RefObject<HTMLElement | null>;
  onRevoked: (tokenId: string) => void;
}) {
  const [now] = useState(() => new Date().toISOString());
  const proved = useProved();
  const question = useQuestion<TokenView>();
  const chosen = question.about;
  const revoke = async (token: TokenView) => {
    await proved(() => callApi('DELETE', `/api/v1/tokens/${token.id}`));
    onRevoked(token.id);
  };
  return (
    <>
      {tokens.length === 0 && (
        <Text size="sm">You have no tokens. Create one below when a script needs it.</Text>
      )}
      <ul className={classes.list} hidden={tokens.length === 0}>
        {tokens.map((token) => (
          <li key={token.id} className={classes.item}>
            <div className={classes.text}>
              <Text fw={600} dir="auto">
                {token.name}
              </Text>
              <Text size="sm" c="dimmed">
                May {token.scopes.join(' and ')} · {lastUse(token)} · {end(token, now)}
              </Text>
            </div>
            <Button
              variant="default"
              size="xs"
              flex="none"
              aria-label={`Revoke ${token.name}`}
              onClick={() => question.open(token)}
            >
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmAction
        question={question}
        landing={landing}
        title="Revoke this token?"
        action="Revoke"
        onConfirm={() => (chosen === null ? Promise.resolve() : revoke(chosen))}
      >
        <Text size="sm">
          Whatever uses <bdi>{chosen?.name}</bdi> is refused from now on, and the token cannot be
          restored. What it has written stays.
        </Text>
      </ConfirmAction>
    </>
  );
}

/** Personal access tokens: list, create, revoke. */
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
          A script or a notebook uses a token in place of your password. It may do what you may,
          within its scopes.{' '}
          <Anchor component={Link} href="/docs/api" inherit underline="always">
            How to use one
          </Anchor>
        </Text>
      </div>
      {made !== null && <NewToken made={made} onClose={() => setMade(null)} />}
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
