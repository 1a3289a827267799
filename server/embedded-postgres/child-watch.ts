import type { Readable } from 'node:stream';

/** How often the watchdog of the embedded database looks and reports, in milliseconds. */
export const pulse = 500;

/** The descriptor by which the watchdog reports to the parent, beside the usual three and IPC. */
export const reportsAt = 4;

/** What the watchdog is given when it begins. */
export type WatchdogInput = {
  /** Counted up by the main thread whenever its event loop turns, and at both ends of each statement. */
  beats: Int32Array;
  /** Whose child the process is meant to be. */
  parentPid: number;
};

/** Without a report for so many pulses the child counts as away. */
const silent = 6;
/** Without a report for so many it is hung: it was stopped, or the machine has nothing left for it. */
const dead = 16;

/** What the parent learns of its child, or decides about it. */
type ChildWatchEvents = {
  /** For how many pulses one statement, or the opening of the files, may block the child now. */
  maxStill(this: void): number;
  onAnswering(this: void, isAnswering: boolean): void;
  onHung(this: void, why: string): void;
};

/**
 * Watches the embedded database's process by the reports of its watchdog thread. Everything is counted
 * in pulses of our own clock and not by the time of day: a machine that slept was not silent.
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
    reports.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    reports.on('error', () => undefined);
    this.#timer = setInterval(() => this.#look(), pulse).unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #hear(text: string): void {
    const lines = `${this.#rest}${text}`.split('\n');
    this.#rest = lines.pop() ?? '';
    const last = lines.at(-1);
    if (last === undefined) return;
    this.#isAlive = true;
    this.#missed = 0;
    this.#still = Number(last);
  }

  #look(): void {
    // Until the first report the process is still being loaded.
    if (this.#isAlive) this.#missed++;
    const { onAnswering, onHung, maxStill } = this.events;
    const isAnswering = this.#missed < silent;
    if (isAnswering !== this.#isAnswering) onAnswering(isAnswering);
    this.#isAnswering = isAnswering;
    const [why, isHung] =
      this.#missed >= dead
        ? [`it has said nothing for ${(dead * pulse) / 1000} seconds`, true]
        : [
            `one statement has kept it for ${Math.round((this.#still * pulse) / 1000)} seconds`,
            this.#still > maxStill(),
          ];
    if (!isHung) return;
    this.end();
    onHung(why);
  }
}
