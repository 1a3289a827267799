/** Milliseconds before the first further try; each one after it waits twice as long, up to 30 times this. */
const firstDelay = 1000;

/** Asks again for what was not answered, with rests, until it is told to stop. */
export class Retry {
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly action: () => void) {}

  /** It was not answered: it is asked for again after a rest, not by all pages at once. */
  failed(): void {
    clearTimeout(this.timer);
    const delay = firstDelay * Math.min(30, 2 ** this.failures) * (0.5 + Math.random());
    this.failures++;
    this.timer = setTimeout(this.action, delay);
  }

  /** It is asked for now, so not again by itself. */
  asked(): void {
    clearTimeout(this.timer);
  }

  /** It was answered, or nobody wants to know any more. */
  stop(): void {
    clearTimeout(this.timer);
    this.failures = 0;
  }
}
