import Tinypool from 'tinypool';
import type { ChosenPassword } from '@/lib/access/check-password';
import { Refusal } from '@/lib/refusal';
import { programPath } from '@/server/process/program-path';

/** How long the thread may be idle before it ends with its word lists, in milliseconds. */
const idleTimeout = 30_000;
/** How long one check may take, in milliseconds; most take less than 100. */
const timeout = 10_000;
const maxWaiting = 50;

const notNow = () =>
  new Refusal(
    'too-many',
    'The password could not be checked in time. Nothing was changed; please try again in a moment.',
    [],
    10,
  );

/**
 * Has new passwords checked on a separate thread, which starts with the first and ends soon after the
 * last: the word lists take memory, and long passwords take time. Returns a function that closes it.
 */
export function openPasswordCheck(): () => Promise<void> {
  const pool = new Tinypool({
    filename: programPath('password-thread'),
    env: {},
    minThreads: 0,
    maxThreads: 1,
    maxQueue: maxWaiting,
    idleTimeout,
  });
  const held = globalThis as { parallaxGuessable?: (chosen: ChosenPassword) => Promise<boolean> };
  held.parallaxGuessable = async (chosen) => {
    if (pool.queueSize >= maxWaiting) throw notNow();
    const signal = AbortSignal.timeout(timeout);
    try {
      return (await pool.run(chosen, { signal })) as boolean;
    } catch (thrown) {
      if (signal.aborted) throw notNow();
      throw thrown;
    }
  };
  return async () => {
    delete held.parallaxGuessable;
    await pool.destroy();
  };
}
