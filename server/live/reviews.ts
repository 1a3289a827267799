import type { Concerned } from '@/lib/live/announcement';

/** How often everybody is looked at again, whatever was announced, in milliseconds. */
const every = 3_000;

/**
 * Does the reviews of who may be where: those that announcements ask for at once, one at a time and
 * together where several wait, and one of everybody every few seconds. A review that fails is done
 * again with the next: while the database is away nothing can have changed in it.
 */
export class Reviews {
  private waiting: Concerned[] = [];
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout;

  constructor(private readonly review: (of: readonly Concerned[] | 'all') => Promise<void>) {
    this.timer = setTimeout(() => this.sweep(), every);
  }

  /** Looks at those concerned as soon as may be. */
  schedule(of: Concerned): void {
    this.waiting.push(of);
    this.running ??= this.run();
  }

  /** Ends the reviews; one that is under way comes to its end. */
  async end(): Promise<void> {
    clearTimeout(this.timer);
    this.waiting = [];
    await this.running;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    try {
      while (this.waiting.length > 0) {
        const of = this.waiting;
        this.waiting = [];
        await this.review(of).catch(() => undefined);
      }
    } finally {
      this.running = null;
    }
  }

  private sweep(): void {
    void this.review('all')
      .catch(() => undefined)
      .then(() => {
        this.timer = setTimeout(() => this.sweep(), every);
      });
  }
}
