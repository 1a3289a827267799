import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import Tinypool from 'tinypool';
import type { Reckoner } from '@/lib/agreement/reckoner';
import type { Progress, Waiting } from '@/lib/agreement/statistics/progress';
import { Refusal } from '@/lib/refusal';
import { programPath } from '../program-path';
import type { Reckoned } from './reckoning-thread';

/** Threads that reckon. Two even on one core, so that one long task does not hold up all others. */
export const reckoningThreads = Math.min(4, Math.max(2, availableParallelism() - 1));

/** A thread that has nothing to do for so long ends, and what it remembers with it; in milliseconds. */
const idle = 10 * 60_000;

/**
 * Opens the pool of threads that reckon agreement, and gives it to the pages. The threads begin with the
 * first task. Answers how to close it.
 */
export function openReckoning(): () => Promise<void> {
  const pool = new Tinypool({
    filename: programPath('reckoning-thread'),
    // As it is by now: it names the database.
    env: { ...process.env } as Record<string, string>,
    minThreads: 0,
    maxThreads: reckoningThreads,
    idleTimeout: idle,
    // A thread that sleeps on an atomic hears nothing from its connection to the database.
    useAtomics: false,
  });

  async function run<Result>(
    deed: keyof Reckoner,
    request: unknown,
    { signal, onProgress }: Waiting = {},
  ): Promise<Result> {
    const channel = onProgress === undefined ? null : new MessageChannel();
    channel?.port1.on('message', (at: Progress) => onProgress?.(at));
    channel?.port1.unref();
    const task = { deed, request, port: channel?.port2 ?? null };
    const reckoned = (await pool
      .run(task, {
        ...(signal === undefined ? {} : { signal }),
        ...(channel === null ? {} : { transferList: [channel.port2] }),
      })
      .finally(() => {
        // What was told before the end may not have been read yet: it came by another way.
        for (;;) {
          const told = channel && receiveMessageOnPort(channel.port1);
          if (!told) break;
          onProgress?.(told.message as Progress);
        }
        channel?.port1.close();
      })) as Reckoned;
    if (reckoned.kind === 'done') return reckoned.value as Result;
    const { reason, message, faults, retryAfter } = reckoned.refusal;
    throw new Refusal(reason, message, faults, retryAfter);
  }

  const reckoner: Reckoner = {
    takeStatistics: (stale) => run('takeStatistics', stale),
    choices: (articles) => run('choices', articles),
    panel: (request) => run('panel', request),
    setAlpha: (request, waiting) => run('setAlpha', request, waiting),
    gamma: (request, waiting) => run('gamma', request, waiting),
  };
  const held = globalThis as { parallaxReckoner?: Reckoner };
  held.parallaxReckoner = reckoner;
  return async () => {
    delete held.parallaxReckoner;
    await pool.destroy();
  };
}
