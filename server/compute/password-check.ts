import { programPath } from '@/server/process/program-path';
import Tinypool from 'tinypool';
import type { ChosenPassword } from '@/lib/access/check-password';
import { Refusal } from '@/lib/refusal';

/** The thread ends when it has had nothing to do for so long, and its lists with it; in milliseconds. */
const idle = 30_000;
/** How long one look may take, in milliseconds; most take less than 100. */
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
 * Has passwords that people choose looked at on a thread of its own, which begins with the first and
 * ends soon after the last: the lists of common ones take memory, and a long password takes time.
 * Answers how to close it.
 */
export function openPasswordCheck(): () => Promise<void> {
  const pool = new Tinypool({
    filename: programPath('password-thread'),
    env: {},
    minThreads: 0,
    maxThreads: 1,
    maxQueue: maxWaiting,
    idleTimeout: idle,
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
