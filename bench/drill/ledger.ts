import type { Annotation } from '@/lib/annotation/annotation';
import type { RefusedRow, WaitingDeed } from '@/components/annotate/outbox/tables';

/** A deed that the server told a browser to be committed. */
export type Acknowledged = {
  deedId: string;
  annotationId: string;
  layerId: string;
  deed: 'put' | 'remove';
  /** What a put was answered with; null for a removal, whose answer is empty. */
  annotation: Pick<Annotation, 'version' | 'label' | 'segments' | 'note'> | null;
  /** When the request was sent that was answered so, in milliseconds since the process began. */
  sentAt: number;
  at: number;
};

/** What one person's browser knows: it outlives every restart, as a disk does. */
export class Ledger {
  readonly acknowledged = new Map<string, Acknowledged>();
  readonly refused: RefusedRow[] = [];
  restarts = 0;
  /** By its place in the table: the deed that is kept there. */
  private readonly places = new Map<number, WaitingDeed>();
  private readonly kept = new Set<string>();
  private readonly joined = new Set<string>();
  private readonly forgotten = new Set<string>();

  /** A deed is on disk; one that was in its place before has become part of it. */
  keep(seq: number, row: WaitingDeed): void {
    const before = this.places.get(seq);
    if (before !== undefined && before.deedId !== row.deedId) this.joined.add(before.deedId);
    this.places.set(seq, row);
    this.kept.add(row.deedId);
  }

  /** A deed is off the disk. */
  forget(seq: number): void {
    const row = this.places.get(seq);
    if (row !== undefined) this.forgotten.add(row.deedId);
    this.places.delete(seq);
  }

  acknowledge(told: Acknowledged): void {
    if (!this.acknowledged.has(told.deedId)) this.acknowledged.set(told.deedId, told);
  }

  /** How many deeds were kept. */
  get done(): number {
    return this.kept.size;
  }

  /** How many deeds became part of the next one before they were sent. */
  get merged(): number {
    return this.joined.size;
  }

  /** The deeds that still wait. */
  waiting(): WaitingDeed[] {
    return [...this.places.values()];
  }

  /** Deeds that left the disk though nobody said that they are committed, joined or refused. */
  vanished(): string[] {
    const refused = new Set(this.refused.map(({ deedId }) => deedId));
    return [...this.forgotten].filter(
      (deedId) =>
        !this.acknowledged.has(deedId) && !this.joined.has(deedId) && !refused.has(deedId),
    );
  }
}
