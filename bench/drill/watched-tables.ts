import type {
  RefusedRow,
  Tables,
  Transaction,
  WaitingDeed,
} from '@/components/annotate/outbox/tables';
import type { Ledger } from './ledger';

type Change = (ledger: Ledger) => void;

function watched(tx: Transaction, changes: Change[]): Transaction {
  return {
    ...tx,
    async keep(row: WaitingDeed) {
      const seq = await tx.keep(row);
      changes.push((ledger) => ledger.keep(seq, { ...row, seq }));
      return seq;
    },
    async forget(seq: number) {
      await tx.forget(seq);
      changes.push((ledger) => ledger.forget(seq));
    },
    async keepRefused(row: RefusedRow) {
      await tx.keepRefused(row);
      changes.push((ledger) => ledger.refused.push(row));
    },
  };
}

/** A browser's tables, of which the ledger learns what was committed. After `gone` nothing comes back from them. */
export function watchedTables(tables: Tables, ledger: Ledger, gone: AbortSignal): Tables {
  return {
    lasting: tables.lasting,
    async transact(deed) {
      if (gone.aborted) return new Promise(() => undefined);
      const changes: Change[] = [];
      const result = await tables.transact((tx) => {
        // A transaction begun again, after one that failed, has changed nothing so far.
        changes.length = 0;
        return deed(watched(tx, changes));
      });
      for (const change of changes) change(ledger);
      return gone.aborted ? new Promise(() => undefined) : result;
    },
    close: () => tables.close(),
  };
}
