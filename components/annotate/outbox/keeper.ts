import type { Jotted, Journal } from '@/components/ui/journal';
import type { Entry } from './keeping';
import { keepEntry, keepLeft, keepLog, stepOf } from './keeping';
import type { Entered } from './ledger';
import type { Message } from './message';
import type { Shelf } from './shelf';
import type { Tables, Transaction, WaitingDeed } from './tables';

type KeeperParts = {
  userId: string;
  journal: Journal<Entry> | null;
  transact: Tables['transact'];
  publish(message: Message): void;
};

/** Brings what a page already shows into the tables, and knows what is not there yet. */
export class Keeper {
  private unkept = 0;
  private recovery: Promise<void> | null = null;

  constructor(private readonly parts: KeeperParts) {}

  /** Whether something would be lost if the page ended now. */
  get isAtRisk(): boolean {
    return this.unkept > 0;
  }

  /** Keeps what the page already shows. */
  async keep<Result>(deed: (tx: Transaction) => Promise<Result>): Promise<Result> {
    this.unkept++;
    try {
      return await this.parts.transact(deed);
    } finally {
      this.unkept--;
    }
  }

  /** Keeps a step in the log. */
  async keepStep({ articleId, log }: Shelf): Promise<void> {
    await this.keep((tx) => keepLog(tx, this.parts.userId, articleId, stepOf(log)));
    this.parts.publish({ kind: 'logged', articleId });
  }

  /** Keeps a deed with the log as it stands now; until that is done the journal has it. */
  async keepDeed(shelf: Shelf, row: WaitingDeed, joins: string | null): Promise<void> {
    const { journal, transact } = this.parts;
    const entry = { row, joins, step: stepOf(shelf.log) };
    const keeping = (tx: Transaction) => keepEntry(tx, entry);
    const key = journal?.jot(entry) ?? null;
    const entered = key === null ? await this.keep(keeping) : await transact(keeping);
    if (key !== null) journal?.forget(key);
    this.tell(row, entered);
  }

  /** Takes in, once, what pages that are gone had painted and not yet kept. */
  recover(): Promise<void> {
    this.recovery ??= this.takeIn(this.parts.journal?.left() ?? []);
    return this.recovery;
  }

  private async takeIn(left: readonly Jotted<Entry>[][]): Promise<void> {
    for (const jotted of left) {
      const entries = jotted.map(({ item }) => item);
      const kept = await this.parts.transact((tx) => keepLeft(tx, entries));
      for (const { key } of jotted) this.parts.journal?.forget(key);
      for (const { row, entered } of kept) this.tell(row, entered);
    }
  }

  private tell({ articleId, annotationId, deedId }: WaitingDeed, entered: Entered): void {
    const { row, replaced } = entered;
    const { publish } = this.parts;
    if (row === null) publish({ kind: 'dropped', articleId, annotationId, deedIds: [deedId] });
    else publish({ kind: 'entered', articleId, annotationId, row, replaced });
    publish({ kind: 'logged', articleId });
  }
}
