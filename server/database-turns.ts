/** One who wants the database now and then. */
export type Guest = {
  /** Whether there is something to do, now. */
  readonly isReady: boolean;
  /** Does one piece of it; answers whether the database must be kept for this guest. Never throws. */
  turn(): Promise<boolean>;
};

/**
 * Who has the database, which can do one thing at a time. Guests take turns in the order in which
 * they asked; one who keeps the database goes on alone until it is given back.
 */
export class Turns {
  readonly #waiting = new Set<Guest>();
  #holder: Guest | null = null;
  #running: Promise<void> | null = null;

  /** Queues a guest that has become ready. */
  ask(guest: Guest): void {
    if (!guest.isReady) return;
    this.#waiting.add(guest);
    this.#running ??= this.#run();
  }

  /** When nobody can go on. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Whether somebody waits for the one who keeps the database. */
  get isCrowded(): boolean {
    return this.#waiting.size > 0;
  }

  #next(): Guest | undefined {
    if (this.#holder === null) return this.#waiting.values().next().value;
    return this.#waiting.has(this.#holder) ? this.#holder : undefined;
  }

  async #run(): Promise<void> {
    // The rest of what arrived together is read before the first has its turn.
    await Promise.resolve();
    for (let guest = this.#next(); guest !== undefined; guest = this.#next()) {
      this.#waiting.delete(guest);
      this.#holder = (await guest.turn()) ? guest : null;
      if (guest.isReady) this.#waiting.add(guest);
    }
    this.#running = null;
  }
}
