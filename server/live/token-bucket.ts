/** Lets `perSecond` through on average and up to `most` at once. Times are in milliseconds. */
export class TokenBucket {
  private level: number;
  private since: number;

  constructor(
    private readonly perSecond: number,
    private readonly capacity: number,
    now: number,
  ) {
    this.level = capacity;
    this.since = now;
  }

  /** Takes one; false where there is none left. */
  take(now: number): boolean {
    this.refill(now);
    if (this.level < 1) return false;
    this.level -= 1;
    return true;
  }

  /** Whether as many are left as there can be. */
  isFull(now: number): boolean {
    this.refill(now);
    return this.level === this.capacity;
  }

  private refill(now: number): void {
    const gained = (Math.max(0, now - this.since) / 1000) * this.perSecond;
    this.level = Math.min(this.capacity, this.level + gained);
    this.since = now;
  }
}
