import type { Readable } from 'node:stream';

/** How often the watchdog thread of the embedded database checks and reports, in milliseconds. */
export const pulse = 500;

/** The file descriptor on which the watchdog reports to the parent, after the standard three and IPC. */
export const reportsAt = 4;

/** The input of the watchdog thread. */
export type WatchdogInput = {
  /** A counter that the main thread increases in its event loop, and before and after each statement. */
  beats: Int32Array;
  /** The process id of the parent. */
  parentPid: number;
};

/** The number of pulses without a report after which the child counts as away. */
const silent = 6;
/** The number of pulses without a report after which it counts as hung: stopped, or starved. */
const dead = 16;

/** The callbacks of the parent. */
type ChildWatchEvents = {
  /** For how many pulses a statement, or opening the files, may block the child at the moment. */
  maxStill(this: void): number;
  onAnswering(this: void, isAnswering: boolean): void;
  onHung(this: void, why: string): void;
};

/**
 * Watches the embedded database's process by the reports of its watchdog thread. Counts pulses of its
 * own timer instead of comparing times, so that a suspended machine does not count as silence.
 */
export class ChildWatch {
  #missed = 0;
  #still = 0;
  #rest = '';
  #isAlive = false;
  #isAnswering = true;
  readonly #timer: NodeJS.Timeout;

  constructor(
    reports: Readable,
    private readonly events: ChildWatchEvents,
  ) {
    reports.setEncoding('utf8').on('data', (text: string) => this.#readReports(text));
    reports.on('error', () => undefined);
    this.#timer = setInterval(() => this.#check(), pulse).unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #readReports(text: string): void {
    const lines = `${this.#rest}${text}`.split('\n');
    this.#rest = lines.pop() ?? '';
    const last = lines.at(-1);
    if (last === undefined) return;
    this.#isAlive = true;
    this.#missed = 0;
    this.#still = Number(last);
  }

  #check(): void {
    // Until the first report the process is still loading.
    if (this.#isAlive) this.#missed++;
    const { onAnswering, onHung, maxStill } = this.events;
    const isAnswering = this.#missed < silent;
    if (isAnswering !== this.#isAnswering) onAnswering(isAnswering);
    this.#isAnswering = isAnswering;
    const [why, isHung] =
      this.#missed >= dead
        ? [`it has not reported for ${(dead * pulse) / 1000} seconds`, true]
        : [
            `one statement has blocked it for ${Math.round((this.#still * pulse) / 1000)} seconds`,
            this.#still > maxStill(),
          ];
    if (!isHung) return;
    this.end();
    onHung(why);
  }
}
