import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis as Client } from 'ioredis';
import { openLiveServer } from '@/server/live/live-server';
import { sessionCookies } from '@/tests/harness/live-line';
import type { Redis } from '@/tests/harness/redis';
import { startRedis } from '@/tests/harness/redis';

let redis: Redis;

beforeAll(async () => {
  redis = await startRedis();
});

afterAll(() => redis.stop());

test('a process that opens while others publish gets their messages only once it is ready', async () => {
  const other = new Client(redis.url);
  let isTalking = true;
  const word = JSON.stringify({ from: 'another process', message: { kind: 'who' } });
  const talk = async () => {
    while (isTalking) await other.publish('parallax:live', word);
  };
  const talks = Promise.all([talk(), talk(), talk(), talk()]);
  for (let round = 0; round < 5; round++) {
    const live = await openLiveServer({
      publicUrl: null,
      redisUrl: redis.url,
      sessions: sessionCookies,
    });
    await live.stop();
  }
  isTalking = false;
  await talks;
  // All are closed; Redis notices that socket by socket.
  let listeners = Infinity;
  for (let tries = 0; listeners > 0 && tries < 500; tries++) {
    await pause(20);
    listeners = await other.publish('parallax:live', word);
  }
  expect(listeners).toBe(0);
  other.disconnect();
});
