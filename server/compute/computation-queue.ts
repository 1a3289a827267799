import { Refusal } from '@/lib/refusal';

/** The limits of a queue. */
type QueueLimits = {
  /** How many run at once. */
  maxRunning: number;
  /** How many of one person run at once. */
  maxRunningPerPerson: number;
  /** How many slow ones (which may take minutes) run at once. */
  maxRunningSlow: number;
  maxWaiting: number;
  maxWaitingPerPerson: number;
};

/** The person of a computation (null: none, without limits for a person), and whether it may take minutes. */
type QueueEntry = { userId: string | null; isSlow: boolean };

type Waiting = QueueEntry & { begin: () => void };

/** Seconds until a retry is sensible. */
const retryAfter = 5;

/**
 * Starts computations in the order of arrival, with limits for each person, so that one person's many
 * do not delay another's few, and for slow computations, so that a worker is left for quick ones.
 */
export class ComputationQueue {
  #waiting: Waiting[] = [];
  #running = new Set<QueueEntry>();

  constructor(readonly limits: QueueLimits) {}

  get running(): number {
    return this.#running.size;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Resolves when the computation may begin, to a function to be called at its end.
   *
   * @throws {Refusal} `too-many` if this person has too many waiting; `busy` if all together have.
   * @throws The signal's reason, if it ends the waiting.
   */
  async enter(entry: QueueEntry, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (!this.#mayBegin(entry)) await this.#wait(entry, signal);
    else this.#running.add(entry);
    return () => {
      this.#running.delete(entry);
      this.#next();
    };
  }

  #wait(entry: QueueEntry, signal: AbortSignal): Promise<void> {
    const { maxWaiting, maxWaitingPerPerson } = this.limits;
    const { userId } = entry;
    const own = this.#waiting.filter((one) => userId !== null && one.userId === userId).length;
    if (own >= maxWaitingPerPerson)
      throw new Refusal(
        'too-many',
        `${own} of your calculations are waiting already. Nothing was changed; please try again when some of them are done.`,
        [],
        retryAfter,
      );
    if (this.#waiting.length >= maxWaiting)
      throw new Refusal(
        'busy',
        'The server has more to calculate than it can take at the moment. Nothing was changed; please try again soon.',
        [],
        retryAfter,
      );
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        reject(signal.reason as Error);
      };
      const waiting: Waiting = {
        ...entry,
        begin: () => {
          signal.removeEventListener('abort', leave);
          this.#running.add(entry);
          resolve();
        },
      };
      this.#waiting.push(waiting);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  #mayBegin({ userId, isSlow }: QueueEntry): boolean {
    const { maxRunning, maxRunningPerPerson, maxRunningSlow } = this.limits;
    const running = [...this.#running];
    return (
      running.length < maxRunning &&
      (!isSlow || running.filter((one) => one.isSlow).length < maxRunningSlow) &&
      (userId === null ||
        running.filter((one) => one.userId === userId).length < maxRunningPerPerson)
    );
  }

  #next(): void {
    for (const waiting of this.#waiting) {
      if (!this.#mayBegin(waiting)) continue;
      this.#waiting = this.#waiting.filter((one) => one !== waiting);
      waiting.begin();
    }
  }
}
