import { Refusal } from '@/lib/refusal';
import type { Computation, ComputationContext, ComputingFigures } from './computation';

/** Options of a request for a computation. */
export type ComputeOptions = ComputationContext & {
  /** The person who requests it: the limits on waiting and running computations apply to each person. */
  userId?: string | null;
  /** True if the caller knows that the input is small: it is computed at once, without the pool. */
  isSmall?: boolean;
  /** A time limit in milliseconds, if shorter than the computation's own. */
  maxMilliseconds?: number;
};

/** The pool of worker processes, which the server provides. */
export type ComputingPool = {
  run(
    computation: Computation<unknown, unknown>,
    input: unknown,
    options: ComputeOptions,
  ): Promise<unknown>;
  figures(): ComputingFigures;
};

// Server and pages are bundled separately, each with its own class Refusal, so it is recognized by name.
const isRefusal = (thrown: unknown): thrown is Refusal =>
  thrown instanceof Error && thrown.name === 'Refusal';

const refusalOf = ({ reason, message, faults, retryAfter }: Refusal): Refusal =>
  new Refusal(reason, message, faults, retryAfter);

const held = globalThis as { parallaxComputing?: ComputingPool };

/**
 * Sets the pool that `compute` uses; null removes it, and everything is computed in the calling process.
 *
 * @internal Called by the code that opens and closes the pool.
 */
export function provideComputing(pool: ComputingPool | null): void {
  if (pool === null) delete held.parallaxComputing;
  else held.parallaxComputing = pool;
}

/**
 * Runs a computation in the server's pool, so that it does not block other requests; without a server,
 * or if the input is small, in the calling process. Input and result pass to another process by
 * structured clone: plain data, Maps, Sets, Dates and bytes. Ends with the signal.
 *
 * @throws {Refusal} A refusal of the computation; `costly` at its limit of time or memory; `too-many`
 * and `busy`, with seconds to wait, if too many are waiting.
 */
export async function compute<Input, Result>(
  computation: Computation<Input, Result>,
  input: Input,
  options: ComputeOptions = {},
): Promise<Result> {
  const pool = held.parallaxComputing;
  options.signal?.throwIfAborted();
  if (pool === undefined || options.isSmall === true) return computation.run(input, options);
  const result = await pool.run(computation, input, options).catch((thrown: unknown) => {
    throw isRefusal(thrown) ? refusalOf(thrown) : thrown;
  });
  return result as Result;
}

/** The load and the totals of the pool; null without a pool. */
export function computingFigures(): ComputingFigures | null {
  return held.parallaxComputing?.figures() ?? null;
}
