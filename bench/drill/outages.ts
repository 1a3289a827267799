import { setTimeout as wait } from 'node:timers/promises';
import type { Breakable } from './breakable';
import type { Chance } from './chance';
import { dealer } from './chance';

/** Something was broken for a while; times in milliseconds since the process began. */
export type Outage = {
  kind: string;
  from: number;
  /** When it was mended; for what comes back by itself, when it was broken. */
  to: number;
  /** Whose deeds waited when it ended, by name. */
  waited: string[];
};

/** How long something stays broken, as a multiple of the longest calm. */
const brokenFor = [0.1, 1.2] as const;

/**
 * Breaks one thing after the other and mends it again, for so many milliseconds, and until each was
 * broken once.
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
