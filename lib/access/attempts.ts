import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refusal } from '@/lib/refusal';
import { networkOf } from './network';

/** How many wrong attempts there may be in how many seconds. */
export type AttemptRule = { points: number; duration: number };

/**
 * Counts attempts by key: `consume` throws what has `msBeforeNext` for one too many, `reward` gives a
 * point back.
 */
export type AttemptCounter = {
  consume(key: string): Promise<unknown>;
  reward(key: string): Promise<unknown>;
};

/** Who attempts what: an account (an e-mail, or what else is guessed at), from where. */
export type Attempt = {
  account: string;
  /** The client's network address. */
  address: string;
  /** The device, where the account has signed in on it before (see `deviceOf`); null for any other. */
  device: string | null;
};

const rules = {
  /** From one network at one account. */
  pair: { points: 10, duration: 15 * 60 },
  /** From one network at whatever accounts. */
  network: { points: 100, duration: 15 * 60 },
  /** At one account from everywhere; short, so that it slows down and never locks out. */
  account: { points: 50, duration: 5 * 60 },
  /** From a device that the account is known to use. */
  device: { points: 10, duration: 15 * 60 },
  /** Mails to reset a password, asked for from one network. */
  mailsFrom: { points: 20, duration: 60 * 60 },
  /** Mails to reset a password, to one address. */
  mailsTo: { points: 3, duration: 60 * 60 },
} satisfies Record<string, AttemptRule>;

type RuleName = keyof typeof rules;
type Counters = Record<RuleName, AttemptCounter>;

const held = globalThis as { parallaxAttempts?: Counters };

/**
 * Has attempts counted by what `counterOf` makes of each rule, for where several processes must count
 * together; in the memory of this process otherwise.
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

/** Counters keep no e-mail and no address, wherever they keep what they count. */
const keyOf = (...texts: string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('base64url');

/** Milliseconds to wait, where what was thrown says so; a counter from elsewhere has its own class for it. */
function waitOf(thrown: unknown): number | null {
  const { msBeforeNext } = (thrown ?? {}) as { msBeforeNext?: unknown };
  return typeof msBeforeNext === 'number' ? msBeforeNext : null;
}

type Point = { name: RuleName; key: string };

/** A known device is counted by itself alone, so that nobody elsewhere can use up its attempts. */
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
 * An attempt at one's own password by somebody who is signed in. It is counted apart: strangers at the
 * sign-in page use up none of these.
 */
export const ownAttempt = ({ userId }: { userId: string }, address: string): Attempt => ({
  account: userId,
  address,
  device: 'signed in',
});

async function giveBack(points: readonly Point[]): Promise<void> {
  // A point that cannot be given back runs out by itself.
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
    `There were too many tries. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
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
      // What is refused is not compared, so it counts nowhere.
      await giveBack(points.slice(0, at + 1));
      throw tooMany(milliseconds);
    }
  }
}

/**
 * Counts a mail that somebody asks for: 20 in an hour from one network, 3 in an hour to one address
 * (whether or not anybody has it). False where the address has had enough, which nobody is told.
 *
 * @throws {Refusal} `too-many`, where the network has asked for too many.
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
 * Lets `compare` look at a secret that somebody gave, and counts the attempt where it answers null,
 * which is to say that it was wrong. Its point is taken beforehand, so that attempts at once cannot
 * exceed a limit, and given back where it was right or could not be compared. Limits of wrong attempts:
 * 10 in 15 minutes from a network at an account, 100 in 15 minutes from a network, 50 in 5 minutes at
 * an account from everywhere (whether or not it exists); a device on which the account has signed in
 * before has 10 in 15 minutes of its own and is touched by none of the others (decision 023).
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
