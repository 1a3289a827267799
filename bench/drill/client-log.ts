import type { Call } from '@/components/outbox/requests';
import type { DrillPerson } from './drill-project';
import { callAs } from './drill-project';
import type { Annotation } from '@/lib/annotation/annotation';
import type { RefusedRow, WaitingChange, Tables, Transaction } from '@/components/outbox/tables';

/** A change that the server acknowledged to a browser. */
export type Acknowledged = {
  idempotencyKey: string;
  annotationId: string;
  layerId: string;
  kind: 'put' | 'remove';
  /** The response to a put; null for a removal, whose response is empty. */
  annotation: Pick<Annotation, 'version' | 'label' | 'segments' | 'note'> | null;
  /** When the answered request was sent, in milliseconds since the process began. */
  sentAt: number;
  at: number;
};

/** What one person’s browser has stored and received; survives restarts, as a disk does. */
export class ClientLog {
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly refused: RefusedRow[] = [];
  restarts = 0;
  /** The stored changes by their sequence number in the table. */
  private readonly rows = new Map<number, WaitingChange>();
  private readonly stored = new Set<string>();
  private readonly joined = new Set<string>();
  private readonly forgotten = new Set<string>();

  /** A change is on disk; an earlier one with the same number has been merged into it. */
  save(seq: number, row: WaitingChange): void {
    const before = this.rows.get(seq);
    if (before !== undefined && before.idempotencyKey !== row.idempotencyKey)
      this.joined.add(before.idempotencyKey);
    this.rows.set(seq, row);
    this.stored.add(row.idempotencyKey);
  }

  /** A change is off the disk. */
  forget(seq: number): void {
    const row = this.rows.get(seq);
    if (row !== undefined) this.forgotten.add(row.idempotencyKey);
    this.rows.delete(seq);
  }

  acknowledge(acknowledged: Acknowledged): void {
    if (!this.acknowledged.has(acknowledged.idempotencyKey))
      this.acknowledged.set(acknowledged.idempotencyKey, acknowledged);
  }

  /** The number of stored changes. */
  get done(): number {
    return this.stored.size;
  }

  /** The number of changes that were merged into the next one before they were sent. */
  get merged(): number {
    return this.joined.size;
  }

  /** The changes that are still waiting. */
  waiting(): WaitingChange[] {
    return [...this.rows.values()];
  }

  /** Changes that left the disk without being acknowledged, merged or refused. */
  vanished(): string[] {
    const refused = new Set(this.refused.map(({ idempotencyKey }) => idempotencyKey));
    return [...this.forgotten].filter(
      (idempotencyKey) =>
        !this.acknowledged.has(idempotencyKey) &&
        !this.joined.has(idempotencyKey) &&
        !refused.has(idempotencyKey),
    );
  }
}

type Change = (log: ClientLog) => void;

function watched(tx: Transaction, changes: Change[]): Transaction {
  return {
    ...tx,
    async save(row: WaitingChange) {
      const seq = await tx.save(row);
      changes.push((log) => log.save(seq, { ...row, seq }));
      return seq;
    },
    async forget(seq: number) {
      await tx.forget(seq);
      changes.push((log) => log.forget(seq));
    },
    async saveRefused(row: RefusedRow) {
      await tx.saveRefused(row);
      changes.push((log) => log.refused.push(row));
    },
  };
}

/**
 * A browser’s tables, with committed changes recorded in the log. After `gone` they never answer.
 */
export function watchedTables(tables: Tables, log: ClientLog, gone: AbortSignal): Tables {
  return {
    lasting: tables.lasting,
    async transact(work) {
      if (gone.aborted) return new Promise(() => undefined);
      const changes: Change[] = [];
      const result = await tables.transact((tx) => {
        // A failed transaction that is retried has changed nothing so far.
        changes.length = 0;
        return work(watched(tx, changes));
      });
      for (const change of changes) change(log);
      return gone.aborted ? new Promise(() => undefined) : result;
    },
    close: () => tables.close(),
  };
}

const annotationPath = /^\/api\/v1\/layers\/([^/]+)\/annotations\/([^/?]+)$/;

/**
 * Calls the API for a person’s outbox, with acknowledgements recorded in the log. After `gone` no
 * answer arrives.
 */
export function watchedCall(
  person: DrillPerson,
  address: string,
  log: ClientLog,
  gone: AbortSignal,
): Call {
  const call = callAs(person, address);
  return async <Answer>(...[method, path, body, options]: Parameters<Call>): Promise<Answer> => {
    const sentAt = performance.now();
    const signal = AbortSignal.any([gone, ...(options?.signal ? [options.signal] : [])]);
    const nothing = new Promise<Answer>(() => undefined);
    try {
      const answer = await call<Answer>(method, path, body, { ...options, signal });
      if (gone.aborted) return await nothing;
      const [, layerId = '', annotationId = ''] = annotationPath.exec(path) ?? [];
      const idempotencyKey = options?.headers?.['idempotency-key'];
      if (idempotencyKey !== undefined && layerId !== '') {
        const annotation = method === 'PUT' ? (answer as Annotation) : null;
        const kind = method === 'PUT' ? 'put' : 'remove';
        const at = performance.now();
        log.acknowledge({ idempotencyKey, annotationId, layerId, kind, annotation, sentAt, at });
      }
      return answer;
    } catch (thrown) {
      if (gone.aborted) return nothing;
      throw thrown;
    }
  };
}
