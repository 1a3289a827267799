/** Counts by name. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  /** All of them, the most frequent first. */
  all(): [string, number][] {
    return [...this.counts].sort(([, one], [, other]) => other - one);
  }
}
