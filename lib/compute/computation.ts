/** The progress of a computation, in units of its own. */
export type Progress = { done: number; total: number };

/** Options of the caller of a computation: progress callback and abort signal. */
export type ComputationContext = { signal?: AbortSignal; onProgress?: (at: Progress) => void };

/**
 * Long work that can run in another process. `run` loads what it needs from the database itself; the
 * caller has checked the permission. It is registered in `server/compute/computations.ts`.
 */
export type Computation<Input, Result> = {
  /** The key by which a worker finds it: folder of `lib/`, slash, what is computed. */
  name: string;
  /** The subject of the sentence of a refusal: “This comparison”. */
  subject: string;
  /** What to do if it takes too long or too much memory, a sentence: “Choose fewer layers.” */
  advice: string;
  /** How long it may run, in milliseconds. */
  maxMilliseconds: number;
  run(input: Input, context: ComputationContext): Promise<Result>;
};

/** The current load of the worker pool and its totals since the start of the server. */
export type ComputingFigures = {
  /** How many computations can run at once. */
  maxWorkers: number;
  running: number;
  waiting: number;
  /** Ended with a result or a refusal of the computation. */
  completed: number;
  /** Ended with an unexpected error. */
  failed: number;
  /** Ended by the caller's signal. */
  cancelled: number;
  /** Ended at their time limit. */
  timedOut: number;
  /** Ended with their worker, usually at the memory limit. */
  crashed: number;
  /** Refused because too many were waiting. */
  refused: number;
};

/** A duration in milliseconds as text: “30 seconds”, “10 minutes” from two minutes on. */
export function durationInWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const minutes = Math.round(seconds / 60);
  if (seconds < 120) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  return `${minutes} minutes`;
}
