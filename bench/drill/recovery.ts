import { quantile } from '../annotate/quantile';
import { grouped } from './grouped';
import type { Outage } from './outages';

/** How long something took, in milliseconds, over many times. */
export type Spread = { median: number; worst: number };

/** What was acknowledged, to whom, and when its request was sent. */
export type AcknowledgedAt = { name: string; sentAt: number; at: number };

/** The median and the worst; null of nothing. */
export function spread(times: readonly number[]): Spread | null {
  if (times.length === 0) return null;
  return { median: quantile(times, 0.5), worst: Math.max(...times) };
}

/**
 * How long after an outage somebody's next deed was acknowledged; null when the next outage came
 * first: then they are waited for after that one.
 */
function recoveryOf(
  { to, until }: { to: number; until: number },
  acknowledged: readonly AcknowledgedAt[],
): number | null {
  // What was answered just then may have been done before it broke.
  const after = acknowledged.filter(({ sentAt }) => sentAt >= to).map(({ at }) => at);
  const first = Math.min(...after);
  return first < until ? first - to : null;
}

/** From the ends of outages to the first deed acknowledged after them: for anybody, and for each who waited. */
export type Recoveries = {
  anybody: Spread | null;
  everybody: Spread | null;
  /** How often the next outage came before somebody's deed was through. */
  overtaken: number;
};

/** How the house recovered from outages, which are told in their order. */
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
