import { availableParallelism } from 'node:os';
import Tinypool from 'tinypool';
import type { Computation, ComputingFigures } from '@/lib/compute/computation';
import { durationInWords } from '@/lib/compute/computation';
import type { ComputeOptions } from '@/lib/compute/compute';
import { provideComputing } from '@/lib/compute/compute';
import { Refusal } from '@/lib/refusal';
import { programPath } from '@/server/process/program-path';
import { ComputationQueue } from './computation-queue';
import type { ComputeRequest, ComputeResponse, ProgressMessage } from './compute-worker';

/** Number of workers. Two even on one core, so that a long computation does not block all others. */
const defaultWorkers = Math.min(4, Math.max(2, availableParallelism() - 1));

/** A computation with a longer limit, in milliseconds, is slow: one worker is always left for others. */
const maxQuickMilliseconds = 60_000;

/** How long a worker may be idle before it ends with its caches, in milliseconds. */
const idleTimeout = 10 * 60_000;

type Settings = {
  /** The program of the worker. */
  worker: string;
  workers: number;
  /** The maximum heap of one worker, in MiB. */
  maxMegabytes: number;
  maxWaiting: number;
  maxWaitingPerPerson: number;
};

const problemOf = (computation: Computation<unknown, unknown>, what: string) => {
  const message = `${computation.subject} ${what}, so it was ended. Nothing was changed. ${computation.advice}`;
  return new Refusal('costly', message);
};

/** An error object from the plain data of another process. */
const errorOf = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : Object.assign(new Error('A worker failed.'), thrown);

/** How long a computation may run, in milliseconds. */
const limitOf = (computation: Computation<unknown, unknown>, { maxMilliseconds }: ComputeOptions) =>
  Math.min(computation.maxMilliseconds, maxMilliseconds ?? Infinity);

/**
 * Opens the pool of worker processes and provides it to `compute`. Processes rather than threads: a
 * thread that runs out of memory can end the whole process (docs/decisions/024). They start with the
 * first computation. Returns a function that closes the pool.
 */
export function openComputing(chosen: Partial<Settings> = {}): () => Promise<void> {
  const workers = chosen.workers ?? defaultWorkers;
  const pool = new Tinypool({
    runtime: 'child_process',
    serialization: 'advanced',
    filename: chosen.worker ?? programPath('compute-worker'),
    // The current environment, which names the database.
    env: { ...process.env } as Record<string, string>,
    execArgv: ['--enable-source-maps', `--max-old-space-size=${chosen.maxMegabytes ?? 1024}`],
    minThreads: 0,
    maxThreads: workers,
    idleTimeout,
    // There is at most one task for each worker: the others wait in ComputationQueue.
    maxQueue: workers,
  });
  // A worker that ends while it is idle is replaced when it is needed.
  pool.on('error', (thrown: unknown) => console.warn('A worker of the pool ended:', thrown));
  const queue = new ComputationQueue({
    maxRunning: workers,
    maxRunningPerPerson: Math.max(1, workers - 1),
    maxRunningSlow: Math.max(1, workers - 1),
    maxWaiting: chosen.maxWaiting ?? 64,
    maxWaitingPerPerson: chosen.maxWaitingPerPerson ?? 8,
  });
  const counts = { completed: 0, failed: 0, cancelled: 0, timedOut: 0, crashed: 0, refused: 0 };

  async function runNow(
    computation: Computation<unknown, unknown>,
    input: unknown,
    options: ComputeOptions,
  ): Promise<unknown> {
    const limit = limitOf(computation, options);
    const ending = new AbortController();
    const end = () => ending.abort();
    let isTooLong = false;
    const timer = setTimeout(() => {
      isTooLong = true;
      end();
    }, limit);
    options.signal?.addEventListener('abort', end, { once: true });
    if (options.signal?.aborted === true) end();
    const request: ComputeRequest = { name: computation.name, input };
    try {
      const response = (await pool.run(request, {
        signal: ending.signal,
        channel: {
          onMessage: () => undefined,
          postMessage: ({ kind, ...at }: ProgressMessage) => {
            if (kind === 'progress') options.onProgress?.(at);
          },
        },
      })) as ComputeResponse;
      if (response.kind === 'done') {
        counts.completed++;
        return response.value;
      }
      if (response.kind === 'failed') throw errorOf(response.error);
      const { reason, message, faults, retryAfter } = response.refusal;
      throw new Refusal(reason, message, faults, retryAfter);
    } catch (thrown) {
      if (thrown instanceof Refusal) {
        counts.completed++;
        throw thrown;
      }
      if (options.signal?.aborted === true) {
        counts.cancelled++;
        throw options.signal.reason;
      }
      if (isTooLong) {
        counts.timedOut++;
        throw problemOf(computation, `takes longer than ${durationInWords(limit)}`);
      }
      if (thrown instanceof Error && thrown.message === 'Worker exited unexpectedly') {
        counts.crashed++;
        throw problemOf(computation, 'needs more memory than one calculation may have');
      }
      counts.failed++;
      throw errorOf(thrown);
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', end);
    }
  }

  async function run(
    computation: Computation<unknown, unknown>,
    input: unknown,
    options: ComputeOptions,
  ): Promise<unknown> {
    const entry = {
      userId: options.userId ?? null,
      isSlow: limitOf(computation, options) > maxQuickMilliseconds,
    };
    const leave = await queue
      .enter(entry, options.signal ?? new AbortController().signal)
      .catch((thrown: unknown) => {
        if (thrown instanceof Refusal) counts.refused++;
        else counts.cancelled++;
        throw thrown;
      });
    return runNow(computation, input, options).finally(leave);
  }

  provideComputing({
    run,
    figures: (): ComputingFigures => ({
      maxWorkers: workers,
      running: queue.running,
      waiting: queue.waiting,
      ...counts,
    }),
  });
  return async () => {
    provideComputing(null);
    await pool.destroy();
  };
}
