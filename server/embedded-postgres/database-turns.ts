/** One who wants the database now and then. */
export type Client = {
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
  readonly #waiting = new Set<Client>();
  #holder: Client | null = null;
  #running: Promise<void> | null = null;

  /** Queues a guest that has become ready. */
  enqueue(client: Client): void {
    if (!client.isReady) return;
    this.#waiting.add(client);
    this.#running ??= this.#run();
  }

  /** When nobody can go on. */
  async whenIdle(): Promise<void> {
    await this.#running;
  }

  /** Whether somebody waits for the one who keeps the database. */
  get isCrowded(): boolean {
    return this.#waiting.size > 0;
  }

  #next(): Client | undefined {
    if (this.#holder === null) return this.#waiting.values().next().value;
    return this.#waiting.has(this.#holder) ? this.#holder : undefined;
  }

  async #run(): Promise<void> {
    // The rest of what arrived together is read before the first has its turn.
    await Promise.resolve();
    for (let client = this.#next(); client !== undefined; client = this.#next()) {
      this.#waiting.delete(client);
      this.#holder = (await client.turn()) ? client : null;
      if (client.isReady) this.#waiting.add(client);
    }
    this.#running = null;
  }
}
