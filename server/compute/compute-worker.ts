import { constants, setPriority } from 'node:os';
import type { ComputationContext } from '@/lib/compute/computation';
import { isDatabaseAway } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import { computations } from './computations';

/** What a worker is asked to compute. */
export type ComputeRequest = { name: string; input: unknown };

/** What a worker answers: the result, the refusal, or the error; their classes do not cross. */
export type ComputeResponse =
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; refusal: Pick<Refusal, 'reason' | 'message' | 'faults' | 'retryAfter'> }
  | { kind: 'failed'; error: Pick<Error, 'name' | 'message' | 'stack'> & { code?: string } };

/** What a worker sends while it computes. */
export type ProgressMessage = { kind: 'progress'; done: number; total: number };

// What people wait for at a page comes first, where processors are few.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // A system may forbid it.
}
// Ctrl-C reaches the whole group: the server ends this process when it has drained.
process.on('SIGINT', () => undefined);
// A server that was killed ends nothing.
process.on('disconnect', () => process.exit());

const context: ComputationContext = {
  onProgress: ({ done, total }) =>
    process.send?.({ kind: 'progress', done, total } satisfies ProgressMessage),
};

/** Computes one thing. The process has a connection to the database of its own, and keeps caches. */
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
    // The driver's causes do not cross; by this code the gate knows what they mean.
    const code = isDatabaseAway(thrown) ? { code: 'ECONNRESET' } : {};
    return { kind: 'failed', error: { name: kind, message, ...(stack && { stack }), ...code } };
  }
}
