import { constants, setPriority } from 'node:os';
import type { ComputationContext } from '@/lib/compute/computation';
import { isDatabaseAway } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { computations } from './computations';

/** A request to a worker: the name of a computation and its input. */
export type ComputeRequest = { name: string; input: unknown };

/** The answer of a worker: result, refusal or error, as plain data. */
export type ComputeResponse =
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; refusal: Pick<Refusal, 'reason' | 'message' | 'faults' | 'retryAfter'> }
  | { kind: 'failed'; error: Pick<Error, 'name' | 'message' | 'stack'> & { code?: string } };

/** What a worker sends while it computes: its progress. */
export type ProgressMessage = { kind: 'progress'; done: number; total: number };

// Requests of pages have priority where there are few processors.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Not permitted on every system.
}
// Ctrl-C reaches the whole process group; the server ends this process after draining.
process.on('SIGINT', () => undefined);
// A killed server does not end its workers.
process.on('disconnect', () => process.exit());

const context: ComputationContext = {
  onProgress: ({ done, total }) =>
    process.send?.({ kind: 'progress', done, total } satisfies ProgressMessage),
};

/** Runs one computation. The process has its own connection to the database, and caches between calls. */
export default async function computeHere({
  name,
  input,
}: ComputeRequest): Promise<ComputeResponse> {
  const computation = computations.find((one) => one.name === name);
  if (computation === undefined) throw new Error(`There is no computation “${name}”.`);
  try {
    return { kind: 'done', value: await computation.run(input, context) };
  } catch (thrown) {
    if (thrown instanceof Refusal) {
      const { reason, message, faults, retryAfter } = thrown;
      return { kind: 'refused', refusal: { reason, message, faults, retryAfter } };
    }
    const {
      name: kind,
      message,
      stack,
    } = thrown instanceof Error ? thrown : new Error(String(thrown));
    // The cause of a driver's error is not passed on; by this code the gate recognizes an outage.
    const code = isDatabaseAway(thrown) ? { code: 'ECONNRESET' } : {};
    return { kind: 'failed', error: { name: kind, message, ...(stack && { stack }), ...code } };
  }
}
