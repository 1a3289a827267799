import type { Annotation } from '@/lib/annotation/annotation';
import type { RefusedRow, WaitingChange } from '@/components/outbox/tables';

/** A deed that the server told a browser to be committed. */
export type Acknowledged = {
  idempotencyKey: string;
  annotationId: string;
  layerId: string;
  kind: 'put' | 'remove';
  /** What a put was answered with; null for a removal, whose answer is empty. */
  annotation: Pick<Annotation, 'version' | 'label' | 'segments' | 'note'> | null;
  /** When the request was sent that was answered so, in milliseconds since the process began. */
  sentAt: number;
  at: number;
};

/** What one person's browser knows: it outlives every restart, as a disk does. */
export class ClientLog {
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly refused: RefusedRow[] = [];
  restarts = 0;
  /** By its place in the table: the deed that is kept there. */
  private readonly rows = new Map<number, WaitingChange>();
  private readonly stored = new Set<string>();
  private readonly joined = new Set<string>();
  private readonly forgotten = new Set<string>();

  /** A deed is on disk; one that was in its place before has become part of it. */
  save(seq: number, row: WaitingChange): void {
    const before = this.rows.get(seq);
    if (before !== undefined && before.idempotencyKey !== row.idempotencyKey)
      this.joined.add(before.idempotencyKey);
    this.rows.set(seq, row);
    this.stored.add(row.idempotencyKey);
  }

  /** A deed is off the disk. */
  forget(seq: number): void {
    const row = this.rows.get(seq);
    if (row !== undefined) this.forgotten.add(row.idempotencyKey);
    this.rows.delete(seq);
  }

  acknowledge(acknowledged: Acknowledged): void {
    if (!this.acknowledged.has(acknowledged.idempotencyKey))
      this.acknowledged.set(acknowledged.idempotencyKey, acknowledged);
  }

  /** How many deeds were kept. */
  get done(): number {
    return this.stored.size;
  }

  /** How many deeds became part of the next one before they were sent. */
  get merged(): number {
    return this.joined.size;
  }

  /** The deeds that still wait. */
  waiting(): WaitingChange[] {
    return [...this.rows.values()];
  }

  /** Deeds that left the disk though nobody said that they are committed, joined or refused. */
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
