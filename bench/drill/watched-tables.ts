import type { RefusedRow, Tables, Transaction, WaitingChange } from '@/components/outbox/tables';
import type { ClientLog } from './client-log';

type Change = (ledger: ClientLog) => void;

function watched(tx: Transaction, changes: Change[]): Transaction {
  return {
    ...tx,
    async save(row: WaitingChange) {
      const seq = await tx.save(row);
      changes.push((ledger) => ledger.save(seq, { ...row, seq }));
      return seq;
    },
    async forget(seq: number) {
      await tx.forget(seq);
      changes.push((ledger) => ledger.forget(seq));
    },
    async saveRefused(row: RefusedRow) {
      await tx.saveRefused(row);
      changes.push((ledger) => ledger.refused.push(row));
    },
  };
}

/** A browser's tables, of which the ledger learns what was committed. After `gone` nothing comes back from them. */
export function watchedTables(tables: Tables, ledger: ClientLog, gone: AbortSignal): Tables {
  return {
    lasting: tables.lasting,
    async transact(work) {
      if (gone.aborted) return new Promise(() => undefined);
      const changes: Change[] = [];
      const result = await tables.transact((tx) => {
        // A transaction begun again, after one that failed, has changed nothing so far.
        changes.length = 0;
        return work(watched(tx, changes));
      });
      for (const change of changes) change(ledger);
      return gone.aborted ? new Promise(() => undefined) : result;
    },
    close: () => tables.close(),
  };
}
