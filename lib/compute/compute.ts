import { Refusal } from '@/lib/refusal';
import type { ComputationContext, Computation, ComputingFigures } from './computation';

/** What may be said of a request for computation, beside its input. */
export type ComputeOptions = ComputationContext & {
  /** Whose request it is: the bounds on waiting and on running at once hold for each person. */
  userId?: string | null;
  /** True where the caller has proved that the input is small: it is computed at once, without the pool. */
  isSmall?: boolean;
  /** Milliseconds in place of the computation's own limit; never more than that. */
  maxMilliseconds?: number;
};

/** The pool of worker processes, as the server gives it to the rooms. */
export type ComputingPool = {
  run(
    computation: Computation<unknown, unknown>,
    input: unknown,
    options: ComputeOptions,
  ): Promise<unknown>;
  figures(): ComputingFigures;
};

// The server and the pages are bundled apart, each with a class of its own for refusals: by its name.
const isRefusal = (thrown: unknown): thrown is Refusal =>
  thrown instanceof Error && thrown.name === 'Refusal';

const refusalOf = ({ reason, message, faults, retryAfter }: Refusal): Refusal =>
  new Refusal(reason, message, faults, retryAfter);

const held = globalThis as { parallaxComputing?: ComputingPool };

/**
 * Gives the rooms a pool; null takes it away, and everything is computed where it is asked for.
 *
 * @internal Called by whoever opens and closes the pool.
 */
export function provideComputing(pool: ComputingPool | null): void {
  if (pool === null) delete held.parallaxComputing;
  else held.parallaxComputing = pool;
}

/**
 * Computes in the server's pool, so that no other request waits behind it; where no server runs, or the
 * input is small, at once and here. Input and result cross to another process by structured clone:
 * plain data, Maps, Sets, Dates and bytes. Ends with the signal.
 *
 * @throws {Refusal} What the computation refuses; `costly` where it passes its limit of time or memory;
 * `too-many` and `busy`, with seconds to wait, where too much waits already.
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

/** What the pool does now and has done since the server's start; null where there is no pool. */
export function computingFigures(): ComputingFigures | null {
  return held.parallaxComputing?.figures() ?? null;
}
