import { memoryTables } from './memory-tables';
import type { Tables, Transaction, WaitingChange } from './tables';

/**
 * The browser's tables as long as they work; where they fail (none in a private window, the disk is
 * full, the browser closed them) they are opened once more, and if that fails too, memory takes
 * their place. `seed` says what the page itself still knows to be waiting.
 */
export class FallbackTables implements Tables {
  lasting = true;
  private tables: Promise<Tables>;

  constructor(
    private readonly open: () => Promise<Tables>,
    private readonly seed: () => WaitingChange[],
    private readonly spilled: () => void,
  ) {
    this.tables = this.reopened();
  }

  async transact<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const first = await this.tables;
    try {
      return await first.transact(work);
    } catch (reason) {
      if (!first.lasting) throw reason;
      this.tables = this.reopened();
    }
    const second = await this.tables;
    try {
      return await second.transact(work);
    } catch (reason) {
      if (!second.lasting) throw reason;
      this.tables = Promise.resolve(this.inMemory());
      return (await this.tables).transact(work);
    }
  }

  close(): void {
    void this.tables.then((tables) => tables.close());
  }

  private reopened(): Promise<Tables> {
    return this.open().catch(() => this.inMemory());
  }

  private inMemory(): Tables {
    this.lasting = false;
    this.spilled();
    return memoryTables(this.seed());
  }
}
