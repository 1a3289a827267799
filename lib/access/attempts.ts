import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refusal } from '@/lib/refusal';

/** How many tries there are in how many seconds. */
export type AttemptRule = { points: number; duration: number };

/** Counts tries by key: `consume` throws what has `msBeforeNext` for one too many. */
export type AttemptCounter = {
  consume(key: string): Promise<unknown>;
  delete(key: string): Promise<unknown>;
};

type Counters = { account: AttemptCounter; address: AttemptCounter };

const rules = {
  account: { points: 10, duration: 15 * 60 },
  address: { points: 100, duration: 15 * 60 },
};

const held = globalThis as { parallaxAttempts?: Counters };

/**
 * Has tries counted by what `counterOf` makes of each rule, for where several processes must count
 * together; in the memory of this process otherwise.
 */
export function countAttemptsBy(
  counterOf: (name: keyof Counters, rule: AttemptRule) => AttemptCounter,
): void {
  held.parallaxAttempts = {
    account: counterOf('account', rules.account),
    address: counterOf('address', rules.address),
  };
}

function counters(): Counters {
  if (held.parallaxAttempts === undefined)
    countAttemptsBy((_, rule) => new RateLimiterMemory(rule));
  return held.parallaxAttempts as Counters;
}

/** Counters keep no e-mail and no address, wherever they keep what they count. */
const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Milliseconds to wait, where what was thrown says so; a counter from elsewhere has its own class for it. */
function waitOf(thrown: unknown): number | null {
  const { msBeforeNext } = (thrown ?? {}) as { msBeforeNext?: unknown };
  return typeof msBeforeNext === 'number' ? msBeforeNext : null;
}

/**
 * Counts a try at a secret: per account (10 in 15 minutes, whether or not it exists) and per network
 * address (100 in 15 minutes). One too many is refused, with the seconds to wait.
 */
export async function countAttempt(account: string, address: string): Promise<void> {
  try {
    await counters().address.consume(keyOf(address));
    await counters().account.consume(keyOf(account));
  } catch (thrown) {
    const milliseconds = waitOf(thrown);
    if (milliseconds === null) throw thrown;
    const seconds = Math.ceil(milliseconds / 1000);
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
  await counters().account.delete(keyOf(account));
}
