'use client';

import { Button, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDeed } from '@/components/ui/confirm-deed';
import { useQuestion } from '@/components/ui/use-question';
import { callApi } from '@/components/ui/api';
import { Time } from '@/components/ui/time';
import type { TokenView } from '@/lib/access/token';

/** The tokens that count or counted until they expired, each with a way to end it. */
export function TokenList({
  tokens,
  onRevoked,
}: {
  tokens: readonly TokenView[];
  onRevoked: (tokenId: string) => void;
}) {
  const [now] = useState(() => new Date().toISOString());
  const question = useQuestion<TokenView>();
  const asked = question.about;
  const revoke = async (token: TokenView) => {
    await callApi('DELETE', `/api/v1/tokens/${token.id}`);
    onRevoked(token.id);
  };
  if (tokens.length === 0)
    return <Text size="sm">You have no tokens. Make one below when a script needs it.</Text>;
  return (
    <>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Scopes</Table.Th>
              <Table.Th>Last used</Table.Th>
              <Table.Th>Expires</Table.Th>
              <Table.Th>
                <VisuallyHidden>Revoke</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokens.map((token) => (
              <Table.Tr key={token.id}>
                <Table.Td dir="auto">{token.name}</Table.Td>
                <Table.Td>{token.scopes.join(', ')}</Table.Td>
                <Table.Td>{token.lastUsedAt ? <Time at={token.lastUsedAt} /> : 'never'}</Table.Td>
                <Table.Td>
                  {token.expiresAt === null ? 'never' : <Time at={token.expiresAt} />}
                  {token.expiresAt !== null && token.expiresAt <= now && ' (it has expired)'}
                </Table.Td>
                <Table.Td ta="end">
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={`Revoke ${token.name}`}
                    onClick={() => question.ask(token)}
                  >
                    Revoke
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <ConfirmDeed
        question={question}
        title="Revoke this token?"
        action="Revoke"
        onConfirm={() => (asked === null ? Promise.resolve() : revoke(asked))}
      >
        <Text size="sm">
          Whatever uses <bdi>{asked?.name}</bdi> is refused from now on, and it cannot be brought
          back. What it has written stays.
        </Text>
      </ConfirmDeed>
    </>
  );
}
