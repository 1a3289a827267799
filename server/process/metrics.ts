import { readFile, statfs } from 'node:fs/promises';
import { Gauge, collectDefaultMetrics } from 'prom-client';
import { findDatabaseSize } from '@/lib/access/database-size-store';
import { version } from '@/lib/access/version';
import { computingFigures } from '@/lib/compute/compute';
import { db, poolFigures } from '@/lib/db';

/**
 * A function that returns the latest result of `measure` without waiting; undefined before the first
 * result and after a failure. A result older than `maxAge` milliseconds is renewed for the next call.
 */
export function measured<Value>(
  maxAge: number,
  measure: () => Promise<Value>,
): () => Value | undefined {
  let value: Value | undefined;
  let since = -Infinity;
  let isUnderWay = false;
  return () => {
    if (!isUnderWay && performance.now() - since >= maxAge) {
      isUnderWay = true;
      measure()
        .then(
          (found) => (value = found),
          () => (value = undefined),
        )
        .finally(() => {
          since = performance.now();
          isUnderWay = false;
        });
    }
    return value;
  };
}

/** Resident memory of a process in bytes; undefined outside of Linux. */
async function residentMemory(pid: number | null): Promise<number | undefined> {
  if (pid === null) return undefined;
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

const live = globalThis as { parallaxLiveFigures?: () => { lines: number; subscriptions: number } };

/** How a computation may end. */
const outcomes = ['completed', 'failed', 'cancelled', 'timedOut', 'crashed', 'refused'] as const;

/** A gauge that is read when the metrics are requested, and absent while `read` returns undefined. */
function gauge(name: string, help: string, read: () => number | undefined): void {
  new Gauge({
    name,
    help,
    collect() {
      const value = read();
      if (value === undefined) this.remove();
      else this.set(value);
    },
  });
}

/**
 * Registers the metrics of this process: memory, event loop, connections, disk. `databasePid` is the
 * process of the embedded database. Requesting the metrics waits for neither the database nor the disk.
 */
export function measureProcess(dataFolder: string, databasePid: () => number | null): void {
  collectDefaultMetrics();
  new Gauge({
    name: 'parallax_info',
    help: 'Always 1; its labels say which version runs on which Node.js.',
    labelNames: ['version', 'node'],
  }).set({ version, node: process.version }, 1);
  gauge('process_uptime_seconds', 'Seconds since the start.', () => Math.round(process.uptime()));
  gauge('parallax_live_lines', 'Open live connections.', () => live.parallaxLiveFigures?.().lines);
  gauge(
    'parallax_live_subscriptions',
    'Subscriptions to channels, over all live connections.',
    () => live.parallaxLiveFigures?.().subscriptions,
  );
  new Gauge({
    name: 'parallax_database_connections',
    help: 'Connections to the database by pool and state; waiting: what waits for one.',
    labelNames: ['pool', 'state'],
    collect() {
      for (const { pool, used, idle, waiting } of poolFigures()) {
        this.set({ pool, state: 'used' }, used);
        this.set({ pool, state: 'idle' }, idle);
        this.set({ pool, state: 'waiting' }, waiting);
      }
    },
  });
  new Gauge({
    name: 'parallax_computations',
    help: 'Long computations that run now, and that wait for a worker.',
    labelNames: ['state'],
    collect() {
      const figures = computingFigures();
      this.set({ state: 'running' }, figures?.running ?? 0);
      this.set({ state: 'waiting' }, figures?.waiting ?? 0);
    },
  });
  new Gauge({
    name: 'parallax_computations_total',
    help: 'Long computations that have ended, by how.',
    labelNames: ['outcome'],
    collect() {
      const figures = computingFigures();
      for (const outcome of outcomes) this.set({ outcome }, figures?.[outcome] ?? 0);
    },
  });
  const memory = measured(5_000, () => residentMemory(databasePid()));
  gauge(
    'parallax_database_process_resident_memory_bytes',
    'Resident memory of the embedded database’s process.',
    memory,
  );
  const size = measured(60_000, () => findDatabaseSize(db()));
  gauge('parallax_database_size_bytes', 'What the database takes on its disk.', size);
  const disk = measured(10_000, () => statfs(dataFolder));
  gauge('parallax_disk_free_bytes', 'Free for Parallax on the disk of the data folder.', () => {
    const found = disk();
    return found && found.bavail * found.bsize;
  });
  gauge('parallax_disk_size_bytes', 'Size of the disk of the data folder.', () => {
    const found = disk();
    return found && found.blocks * found.bsize;
  });
  for (const measure of [memory, size, disk]) measure();
}
