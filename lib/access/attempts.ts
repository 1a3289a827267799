import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refusal } from '@/lib/refusal';
import { networkOf } from './network';

/** The maximum number of wrong attempts (`points`) in a period (`duration`, in seconds). */
type AttemptRule = { points: number; duration: number };

/**
 * Counts attempts by key: `consume` throws an object with `msBeforeNext` above the limit, `reward`
 * returns a point.
 */
export type AttemptCounter = {
  consume(key: string): Promise<unknown>;
  reward(key: string): Promise<unknown>;
};

/** An attempt at a secret: whose, and from where. */
export type Attempt = {
  /** The account: an e-mail address, or another identifier of what is guessed. */
  account: string;
  /** The client's network address. */
  address: string;
  /** The device, if the account has signed in on it before (see `deviceOf`); null otherwise. */
  device: string | null;
};

const rules = {
  /** From one network at one account. */
  pair: { points: 10, duration: 15 * 60 },
  /** From one network at whatever accounts. */
  network: { points: 100, duration: 15 * 60 },
  /** At one account from all networks; short, so that it slows down and never locks out. */
  account: { points: 50, duration: 5 * 60 },
  /** From a device that the account is known to use. */
  device: { points: 10, duration: 15 * 60 },
  /** Mails to reset a password, requested from one network. */
  mailsFrom: { points: 20, duration: 60 * 60 },
  /** Mails to reset a password, to one address. */
  mailsTo: { points: 3, duration: 60 * 60 },
} satisfies Record<string, AttemptRule>;

type RuleName = keyof typeof rules;
type Counters = Record<RuleName, AttemptCounter>;

const held = globalThis as { parallaxAttempts?: Counters };

/**
 * Sets the counters, one for each rule, for processes that count together. By default attempts are
 * counted in the memory of this process.
 */
export function countAttemptsBy(
  counterOf: (name: RuleName, rule: AttemptRule) => AttemptCounter,
): void {
  held.parallaxAttempts = {
    pair: counterOf('pair', rules.pair),
    network: counterOf('network', rules.network),
    account: counterOf('account', rules.account),
    device: counterOf('device', rules.device),
    mailsFrom: counterOf('mailsFrom', rules.mailsFrom),
    mailsTo: counterOf('mailsTo', rules.mailsTo),
  };
}

function counters(): Counters {
  if (held.parallaxAttempts === undefined)
    countAttemptsBy((_, rule) => new RateLimiterMemory(rule));
  return held.parallaxAttempts as Counters;
}

/** A hash, so that no counter, wherever it is stored, contains e-mail or network addresses. */
const keyOf = (...texts: string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('base64url');

/** Milliseconds to wait, if the thrown value is a limit that was exceeded; counters have no common class for it. */
function waitOf(thrown: unknown): number | null {
  const { msBeforeNext } = (thrown ?? {}) as { msBeforeNext?: unknown };
  return typeof msBeforeNext === 'number' ? msBeforeNext : null;
}

type Point = { name: RuleName; key: string };

/** A known device has a counter of its own, so that attempts from elsewhere cannot use up its limit. */
function pointsOf({ account, address, device }: Attempt): Point[] {
  if (device !== null) return [{ name: 'device', key: keyOf(account, device) }];
  const network = networkOf(address);
  return [
    { name: 'network', key: keyOf(network) },
    { name: 'pair', key: keyOf(account, network) },
    { name: 'account', key: keyOf(account) },
  ];
}

/**
 * An attempt of a signed-in person at their own password. It is counted separately, so that strangers
 * at the sign-in page cannot use up its limit.
 */
export const ownAttempt = ({ userId }: { userId: string }, address: string): Attempt => ({
  account: userId,
  address,
  device: 'signed in',
});

async function giveBack(points: readonly Point[]): Promise<void> {
  // A point that cannot be returned expires by itself.
  for (const { name, key } of points)
    await counters()
      [name].reward(key)
      .catch(() => undefined);
}

function tooMany(milliseconds: number): Refusal {
  const seconds = Math.ceil(milliseconds / 1000);
  const minutes = Math.ceil(seconds / 60);
  return new Refusal(
    'too-many',
    `There were too many attempts. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
    [],
    seconds,
  );
}

async function takeAll(points: readonly Point[]): Promise<void> {
  for (const [at, { name, key }] of points.entries()) {
    try {
      await counters()[name].consume(key);
    } catch (thrown) {
      const milliseconds = waitOf(thrown);
      if (milliseconds === null) throw thrown;
      // A refused attempt is not compared, so it is not counted.
      await giveBack(points.slice(0, at + 1));
      throw tooMany(milliseconds);
    }
  }
}

/**
 * Counts a requested mail: at most 20 an hour from one network, 3 an hour to one address, whether or
 * not an account has it. False if the address has reached its limit; the caller must not reveal that.
 *
 * @throws {Refusal} `too-many` if the network has reached its limit.
 */
export async function countMail(email: string, address: string): Promise<boolean> {
  await takeAll([{ name: 'mailsFrom', key: keyOf(networkOf(address)) }]);
  try {
    await counters().mailsTo.consume(keyOf(email));
    return true;
  } catch (thrown) {
    if (waitOf(thrown) === null) throw thrown;
    return false;
  }
}

/**
 * Runs `compare` on a given secret and counts the attempt if it returns null, which means wrong. The
 * point is taken beforehand, so that concurrent attempts cannot exceed a limit, and returned if the
 * secret was right or could not be compared. Limits of wrong attempts: 10 in 15 minutes from a network
 * at an account, 100 in 15 minutes from a network, 50 in 5 minutes at an account from all networks
 * (whether or not it exists). A device on which the account has signed in before has only its own
 * limit of 10 in 15 minutes (decision 023).
 *
 * @throws {Refusal} `too-many`, with the seconds to wait; `compare` is not called then.
 */
export async function attempt<Result>(
  who: Attempt,
  compare: () => Promise<Result | null>,
): Promise<Result | null> {
  const points = pointsOf(who);
  await takeAll(points);
  let isWrong = false;
  try {
    const result = await compare();
    isWrong = result === null;
    return result;
  } finally {
    if (!isWrong) await giveBack(points);
  }
}
