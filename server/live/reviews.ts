import type { Concerned } from '@/lib/live/live-channel';

/** The interval between reviews of all subscriptions, in milliseconds. */
const interval = 3_000;

/**
 * Runs the reviews of permissions: those scheduled by announcements at once, one at a time, with
 * waiting ones combined, and one of all subscriptions every three seconds. A failed review is made up
 * for by the next one: during an outage of the database no permission can change.
 */
export class Reviews {
  private waiting: Concerned[] = [];
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout;

  constructor(private readonly review: (of: readonly Concerned[] | 'all') => Promise<void>) {
    this.timer = setTimeout(() => this.sweep(), interval);
  }

  /** Schedules a review of the subscriptions concerned as soon as possible. */
  schedule(of: Concerned): void {
    this.waiting.push(of);
    this.running ??= this.run();
  }

  /** Ends the reviews, after the current one. */
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
        this.timer = setTimeout(() => this.sweep(), interval);
      });
  }
}
