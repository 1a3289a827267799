import type { Spread } from './outages';
import { recoveries } from './outages';
import type { Drilled } from './drill';
import type { Verdict } from './verdict';
import { isWell } from './verdict';

/** The maximum number of lines for one kind of fault. */
const maxLines = 10;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

const spreadOf = (spread: Spread | null) =>
  spread === null
    ? 'nothing was acknowledged after a fault'
    : `median ${seconds(spread.median)}, worst ${seconds(spread.worst)}`;

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}

function faultLines(name: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, maxLines).map((line) => `    ${line}`);
  const left = lines.length - shown.length;
  return [`${name}: ${lines.length}`, ...shown, ...(left > 0 ? [`    and ${left} more`] : [])];
}

/** The report of a drill, as lines to print. */
export function report(drilled: Drilled, verdict: Verdict): string[] {
  const { browsers, acts, outages, lineFaults, drainedIn, watches, caughtUpIn, evidence } = drilled;
  const acknowledged = browsers.flatMap(({ person: { name }, log }) =>
    [...log.acknowledged.values()].map(({ sentAt, at }) => ({ name, sentAt, at })),
  );
  const { anybody, everybody, overtaken } = recoveries(outages, acknowledged);
  const done = sum(browsers.map(({ log }) => log.done));
  const merged = sum(browsers.map(({ log }) => log.merged));
  const acted = acts.flatMap((tally) =>
    tally.all().flatMap(([name, count]) => Array<string>(count).fill(name)),
  );
  return [
    `clients: ${browsers.length}`,
    `acts: ${counted(acted)}`,
    `changes: ${done} (${merged} of them were merged into the next one before they were sent)`,
    `acknowledged: ${evidence.acknowledged.length} (${verdict.changedNothing} of them changed nothing)`,
    ...faultLines('lost', verdict.lost),
    ...faultLines('duplicated', verdict.duplicated),
    ...faultLines('gaps and disagreements in histories', verdict.gaps),
    ...faultLines('refused', verdict.refused),
    ...faultLines('still waiting', verdict.waiting),
    ...faultLines('views that differ from the server', verdict.differing),
    `outages: ${counted(outages.map(({ kind }) => kind))}`,
    `faults of the line: ${lineFaults
      .all()
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    `recovery, first change acknowledged: ${spreadOf(anybody)}`,
    `recovery, each analyst who waited: ${spreadOf(everybody)} (${overtaken} times the next outage came first)`,
    `live: ${watches.length} articles watched, ${sum(watches.map(({ count }) => count.joined))} times joined, ${sum(watches.map(({ count }) => count.message))} messages, all caught up ${seconds(caughtUpIn)} after the drain`,
    `time to drain: ${seconds(drainedIn)}`,
    isWell(verdict) ? 'All is there, once.' : 'Something is wrong.',
  ];
}
