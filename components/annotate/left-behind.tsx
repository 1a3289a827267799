'use client';

import { labelLookup } from '@/components/article-text/labels';
import { Box, Title } from '@mantine/core';
import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { callApi } from '@/components/ui/api';
import { outboxOf } from '@/components/outbox/browser-outbox';
import type { Outbox } from '@/components/outbox/outbox';
import type { RefusedRow } from '@/components/outbox/tables';
import { RefusedChanges } from './refused-changes';

const noCodebook = labelLookup([]);

const articleAt = /^\/articles\/([0-9a-f-]{36})(?:\/|$)/;

/**
 * Sends what still waits on an article, so that the server states why it refuses it, and returns
 * everything refused there.
 */
async function refusedOn(outbox: Outbox, articleId: string): Promise<RefusedRow[]> {
  const { userId } = outbox;
  const isWaiting = await outbox.tables.transact(async (tx) =>
    (await tx.waiting(userId)).some((row) => row.articleId === articleId),
  );
  if (isWaiting) await outbox.sender.attempt(true);
  return outbox.tables.transact((tx) => tx.refused(userId, articleId));
}

/**
 * At the address of an article that the user can no longer open: their unsaved changes on it, to
 * copy or dismiss.
 */
export function LeftBehind() {
  const articleId = articleAt.exec(usePathname())?.[1];
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const [refused, setRefused] = useState<readonly RefusedRow[]>([]);
  useEffect(() => {
    if (articleId === undefined) return;
    callApi<{ id: string }>('GET', '/api/v1/me')
      .then(async ({ id }) => {
        const opened = outboxOf(id);
        setOutbox(opened);
        setRefused(await refusedOn(opened, articleId));
      })
      // Without the user's id it stays in the browser.
      .catch(() => undefined);
  }, [articleId]);
  if (outbox === null || articleId === undefined || refused.length === 0) return null;

  const dismiss = async (idempotencyKey: string) => {
    const row = refused.find((one) => one.idempotencyKey === idempotencyKey);
    if (row === undefined) return;
    await outbox.persister.save((tx) =>
      tx.forgetRefused(outbox.userId, articleId, row.annotationId),
    );
    setRefused(refused.filter((one) => one !== row));
  };
  return (
    <Box maw={608} mx="auto" px={{ base: 16, xs: 24 }} pb={72}>
      <Title order={2} size="h4">
        Your changes that were not saved
      </Title>
      <RefusedChanges
        refused={refused}
        text={null}
        lookup={noCodebook}
        onRetry={null}
        onDismiss={(idempotencyKey) => void dismiss(idempotencyKey)}
      />
    </Box>
  );
}
