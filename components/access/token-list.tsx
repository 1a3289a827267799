'use client';

import { Button, Text } from '@mantine/core';
import type { RefObject } from 'react';
import { useState } from 'react';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { useQuestion } from '@/components/ui/use-question';
import { callApi } from '@/components/ui/api';
import { Time } from '@/components/ui/time';
import type { TokenView } from '@/lib/access/token';
import { useProved } from './proof';
import classes from './account-list.module.css';

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
  if (expiresAt === null) return 'counts until revoked';
  return (
    <>
      {expiresAt <= now ? 'expired' : 'counts until'} <Time at={expiresAt} />
    </>
  );
}

/** The tokens that count or counted until they expired, each with a way to end it. */
export function TokenList({
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
  const asked = question.about;
  const revoke = async (token: TokenView) => {
    await proved(() => callApi('DELETE', `/api/v1/tokens/${token.id}`));
    onRevoked(token.id);
  };
  return (
    <>
      {tokens.length === 0 && (
        <Text size="sm">You have no tokens. Make one below when a script needs it.</Text>
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
        onConfirm={() => (asked === null ? Promise.resolve() : revoke(asked))}
      >
        <Text size="sm">
          Whatever uses <bdi>{asked?.name}</bdi> is refused from now on, and it cannot be brought
          back. What it has written stays.
        </Text>
      </ConfirmAction>
    </>
  );
}
