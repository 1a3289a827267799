import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '@/lib/refusal';

type Limits = { account: RateLimiterMemory; address: RateLimiterMemory };

const held = globalThis as { parallaxAttempts?: Limits };

function limits(): Limits {
  held.parallaxAttempts ??= {
    account: new RateLimiterMemory({ points: 10, duration: 15 * 60 }),
    address: new RateLimiterMemory({ points: 100, duration: 15 * 60 }),
  };
  return held.parallaxAttempts;
}

/**
 * Counts a try at a secret: per account (10 in 15 minutes, whether or not it exists) and per network
 * address (100 in 15 minutes). One too many is refused, with the seconds to wait.
 */
export async function countAttempt(account: string, address: string): Promise<void> {
  try {
    await limits().address.consume(address);
    await limits().account.consume(account);
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    const seconds = Math.ceil(thrown.msBeforeNext / 1000);
    throw new Refusal(
      'too-many',
      `There were too many tries. Please wait ${Math.ceil(seconds / 60)} minutes and try again.`,
      [],
      seconds,
    );
  }
}

/** Forgets the tries at an account, once one was right. */
export async function forgetAttempts(account: string): Promise<void> {
  await limits().account.delete(account);
}
