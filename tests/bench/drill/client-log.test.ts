import { memoryTables } from '@/components/outbox/fallback-tables';
import { expect, test } from '@jest/globals';
import { ClientLog, watchedTables } from '@/bench/drill/client-log';
import type { WaitingChange } from '@/components/outbox/tables';

const row = (idempotencyKey: string, seq = 0): WaitingChange => ({
  seq,
  userId: 'ann',
  articleId: 'article',
  annotationId: 'one',
  idempotencyKey,
  kind: 'put',
  content: { label: 'a', segments: [], attributes: {}, note: '', confidence: null },
  quote: '',
  expects: 0,
  sent: false,
  delayedUntil: 0,
  at: '',
});

const acknowledged = (idempotencyKey: string) => ({
  idempotencyKey,
  annotationId: 'one',
  layerId: 'layer',
  kind: 'put' as const,
  annotation: null,
  sentAt: 0,
  at: 0,
});

test('a change that leaves the disk without an answer has vanished; an answered or joined one has not', async () => {
  const log = new ClientLog();
  const tables = watchedTables(memoryTables(), log, new AbortController().signal);
  const seqs = await tables.transact(async (tx) => [
    await tx.save(row('answered')),
    await tx.save(row('gone')),
    await tx.save(row('before')),
  ]);
  const [first = 0, second = 0, third = 0] = seqs;
  await tables.transact((tx) => tx.save(row('after', third)));
  log.acknowledge(acknowledged('answered'));
  expect(log.waiting().map(({ idempotencyKey }) => idempotencyKey)).toEqual([
    'answered',
    'gone',
    'after',
  ]);
  await tables.transact(async (tx) => {
    await tx.forget(first);
    await tx.forget(second);
  });
  expect(log.vanished()).toEqual(['gone']);
  expect(log).toMatchObject({ done: 4, merged: 1 });
  expect(log.waiting().map(({ idempotencyKey }) => idempotencyKey)).toEqual(['after']);
});

test('what a transaction did not carry through is not in the log', async () => {
  const log = new ClientLog();
  const tables = watchedTables(memoryTables(), log, new AbortController().signal);
  const failing = tables.transact(async (tx) => {
    await tx.save(row('never'));
    throw new Error('The disk is full.');
  });
  await expect(failing).rejects.toThrow('The disk is full.');
  expect(log.done).toBe(0);
});

test('a browser that has crashed hears nothing from its tables, and what was begun is on disk', async () => {
  const log = new ClientLog();
  const crash = new AbortController();
  const tables = watchedTables(memoryTables(), log, crash.signal);
  let isReceived = false;
  const hear = () => {
    isReceived = true;
  };
  void tables.transact((tx) => tx.save(row('begun'))).then(hear);
  crash.abort();
  void tables.transact((tx) => tx.save(row('too late'))).then(hear);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isReceived).toBe(false);
  expect(log.waiting().map(({ idempotencyKey }) => idempotencyKey)).toEqual(['begun']);
});
