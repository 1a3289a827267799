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

/** How long after an outage somebody's next deed was acknowledged; null when none was any more. */
function recoveryOf(outage: Outage, acknowledged: readonly AcknowledgedAt[]): number | null {
  // What was answered just then may have been done before it broke.
  const after = acknowledged.filter(({ sentAt }) => sentAt >= outage.to).map(({ at }) => at);
  return after.length === 0 ? null : Math.min(...after) - outage.to;
}

/** From the end of each outage to the first deed acknowledged after it: for anybody, and for each who waited. */
export function recoveries(
  outages: readonly Outage[],
  acknowledged: readonly AcknowledgedAt[],
): { anybody: Spread | null; everybody: Spread | null } {
  const byName = grouped(acknowledged, ({ name }) => name);
  const first = outages.flatMap((outage) => recoveryOf(outage, acknowledged) ?? []);
  const each = outages.flatMap((outage) =>
    outage.waited.flatMap((name) => recoveryOf(outage, byName.get(name) ?? []) ?? []),
  );
  return { anybody: spread(first), everybody: spread(each) };
}
