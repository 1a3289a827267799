import type { JournalEntry, Journal } from './journal';
import type { Entry } from './persistence';
import { saveEntry, saveLeftover, saveLog, stepOf } from './persistence';
import type { Entered } from './change-queue';
import type { LayerReplica } from './layer-replica';
import type { Tables, Transaction, WaitingChange, Message } from './tables';

type PersisterOptions = {
  userId: string;
  journal: Journal<Entry> | null;
  transact: Tables['transact'];
  publish(message: Message): void;
};

/** Stores in the tables what a page already shows, and knows what is not stored yet. */
export class Persister {
  private unsaved = 0;
  private recovery: Promise<void> | null = null;

  constructor(private readonly options: PersisterOptions) {}

  /** Whether a change would be lost if the page ended now. */
  get isAtRisk(): boolean {
    return this.unsaved > 0;
  }

  /** Stores what the page already shows. */
  async save<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    this.unsaved++;
    try {
      return await this.options.transact(work);
    } finally {
      this.unsaved--;
    }
  }

  /** Stores an undo or redo in the log. */
  async saveStep({ articleId, log }: LayerReplica): Promise<void> {
    await this.save((tx) => saveLog(tx, this.options.userId, articleId, stepOf(log)));
    this.options.publish({ kind: 'logged', articleId });
  }

  /** Stores a change with the log as it is now; until that is done, the journal has it. */
  async saveChange(replica: LayerReplica, row: WaitingChange, joins: string | null): Promise<void> {
    const { journal, transact } = this.options;
    const entry = { row, joins, step: stepOf(replica.log) };
    const keeping = (tx: Transaction) => saveEntry(tx, entry);
    const key = journal?.append(entry) ?? null;
    const entered = key === null ? await this.save(keeping) : await transact(keeping);
    if (key !== null) journal?.forget(key);
    this.publishEntered(row, entered);
  }

  /** Stores, once, what ended pages had shown and not stored. */
  recover(): Promise<void> {
    this.recovery ??= this.takeIn(this.options.journal?.left() ?? []);
    return this.recovery;
  }

  private async takeIn(left: readonly JournalEntry<Entry>[][]): Promise<void> {
    for (const group of left) {
      const entries = group.map(({ item }) => item);
      const saved = await this.options.transact((tx) => saveLeftover(tx, entries));
      for (const { key } of group) this.options.journal?.forget(key);
      for (const { row, entered } of saved) this.publishEntered(row, entered);
    }
  }

  private publishEntered(
    { articleId, annotationId, idempotencyKey }: WaitingChange,
    entered: Entered,
  ): void {
    const { row, replaced } = entered;
    const { publish } = this.options;
    if (row === null)
      publish({ kind: 'dropped', articleId, annotationId, idempotencyKeys: [idempotencyKey] });
    else publish({ kind: 'queued', articleId, annotationId, row, replaced });
    publish({ kind: 'logged', articleId });
  }
}
