import { grouped } from './tally';
import { setTimeout as wait } from 'node:timers/promises';
import type { Breakable } from './breakable';
import type { Chance } from './chance';
import { dealer } from './chance';
import { quantile } from '../figure';

/** An outage; times in milliseconds since the process began. */
export type Outage = {
  kind: string;
  from: number;
  /** When it was repaired; for what recovers by itself, when it was broken. */
  to: number;
  /** The names of those whose changes were waiting when it ended. */
  waited: string[];
};

/** The shortest and longest outage, as a multiple of the longest time without a fault. */
const brokenFor = [0.1, 1.2] as const;

/**
 * Breaks one thing after the other and repairs it again, for `duration` milliseconds, and until
 * each was broken once.
 */
export async function breakThings(
  things: readonly Breakable[],
  duration: number,
  { chance, calm }: { chance: Chance; calm: readonly [number, number] },
  callbacks: { waiting(this: void): string[]; onOutage(this: void, outage: Outage): void },
): Promise<void> {
  const deal = dealer(chance, things);
  const until = performance.now() + duration;
  for (let count = 0; count < things.length || performance.now() < until; count++) {
    await wait(chance.between(...calm));
    const { kind, breakIt, mend } = deal();
    const from = performance.now();
    await breakIt();
    let to = performance.now();
    if (mend !== null) {
      await wait(calm[1] * chance.between(...brokenFor));
      await mend();
      to = performance.now();
    }
    callbacks.onOutage({ kind, from, to, waited: callbacks.waiting() });
  }
}

/** The median and worst of several durations, in milliseconds. */
export type Spread = { median: number; worst: number };

/** The name of the analyst, when the request was sent, and when it was acknowledged. */
type AcknowledgedAt = { name: string; sentAt: number; at: number };

/** The median and the worst; null without values. */
function spread(times: readonly number[]): Spread | null {
  if (times.length === 0) return null;
  return { median: quantile(times, 0.5), worst: Math.max(...times) };
}

/**
 * The time from an outage until the next change was acknowledged; null when the next outage came
 * first: then it is measured after that one.
 */
function recoveryOf(
  { to, until }: { to: number; until: number },
  acknowledged: readonly AcknowledgedAt[],
): number | null {
  // A request that was sent earlier may have been handled before the outage.
  const after = acknowledged.filter(({ sentAt }) => sentAt >= to).map(({ at }) => at);
  const first = Math.min(...after);
  return first < until ? first - to : null;
}

/**
 * From the ends of outages to the first change acknowledged after them: by anybody, and by each who
 * waited.
 */
type Recoveries = {
  anybody: Spread | null;
  everybody: Spread | null;
  /** How often the next outage came before a change was acknowledged. */
  overtaken: number;
};

/** How the system recovered from outages, which are in order of time. */
export function recoveries(
  outages: readonly Outage[],
  acknowledged: readonly AcknowledgedAt[],
): Recoveries {
  const byName = grouped(acknowledged, ({ name }) => name);
  const spans = outages.map(({ to, waited }, at) => ({
    to,
    waited,
    until: outages[at + 1]?.from ?? Infinity,
  }));
  const first = spans.map((span) => recoveryOf(span, acknowledged));
  const each = spans.flatMap((span) =>
    span.waited.map((name) => recoveryOf(span, byName.get(name) ?? [])),
  );
  return {
    anybody: spread(first.flatMap((time) => time ?? [])),
    everybody: spread(each.flatMap((time) => time ?? [])),
    overtaken: each.filter((time) => time === null).length,
  };
}
