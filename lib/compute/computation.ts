/** How far a computation has come. */
export type Progress = { done: number; total: number };

/** Who waits for a computation: is notified how far it has come, and may end it. */
export type ComputationContext = { signal?: AbortSignal; onProgress?: (at: Progress) => void };

/**
 * Long work that can run in another process. `run` reads what it needs from the database by itself; who
 * may ask for it is decided before. It is registered in `server/compute/computations.ts`.
 */
export type Computation<Input, Result> = {
  /** By which a worker finds it: the room, a slash, what is computed. */
  name: string;
  /** The subject of a sentence that refuses: “This comparison”. */
  subject: string;
  /** What to do where it takes too long or too much memory, a sentence: “Choose fewer layers.” */
  advice: string;
  /** How long it may run, in milliseconds. */
  maxMilliseconds: number;
  run(input: Input, context: ComputationContext): Promise<Result>;
};

/** What the pool of workers does and has done since the start of the server. */
export type ComputingFigures = {
  /** How many computations can run at once. */
  maxWorkers: number;
  running: number;
  waiting: number;
  /** Ended with a result or a refusal of their own. */
  completed: number;
  /** Ended by a failure of ours. */
  failed: number;
  /** Ended since nobody waited any more. */
  cancelled: number;
  /** Ended since they passed their limit of time. */
  timedOut: number;
  /** Ended with their worker, mostly since they passed the limit of memory. */
  crashed: number;
  /** Refused since too many waited. */
  refused: number;
};

/** Milliseconds in words: “30 seconds”, “10 minutes”. */
export function durationInWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const minutes = Math.round(seconds / 60);
  if (seconds < 120) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  return `${minutes} minutes`;
}
