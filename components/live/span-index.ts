import type { Annotation } from '@/lib/annotation/annotation';
import type { ChangesMessage } from '@/lib/annotation/live-message';
import type { Segment } from '@/lib/article/segment';

/** The blocks of a text and the lookup of a position's block. */
export class Blocks {
  constructor(readonly all: readonly Segment[]) {}

  /** The index of the block of a position; for one between two blocks, the earlier. */
  at(position: number): number {
    let [low, high] = [0, this.all.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.all[middle]?.start ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The number of a block's paragraph, from 1, blank ones not counted. */
  paragraph(block: number): number {
    const upTo = this.all.slice(0, block + 1).filter(({ start, end }) => start < end);
    return Math.max(1, upTo.length);
  }
}

/**
 * The annotations of one layer, indexed by block, so that finding those in view does not depend on
 * their number. An older version never replaces a newer one.
 */
export class SpanIndex {
  private readonly known = new Map<string, { version: number; annotation: Annotation | null }>();
  private readonly inBlock = new Map<number, Set<Annotation>>();
  private count = 0;

  constructor(private readonly blocks: Blocks) {}

  /** The number of annotations. */
  get size(): number {
    return this.count;
  }

  /** Takes the whole layer as fetched; annotations of live messages since then stay where they are newer. */
  receive(annotations: readonly Annotation[], receivedSince: ReadonlySet<string>): void {
    const read = new Set(annotations.map(({ id }) => id));
    for (const [id, { version }] of this.known)
      if (!read.has(id) && !receivedSince.has(id)) this.put(id, version, null);
    for (const annotation of annotations)
      this.update(annotation.id, annotation.version, annotation);
  }

  /** Applies a change message; returns the ids of its annotations. */
  applyChanges({ put, removed }: Pick<ChangesMessage, 'put' | 'removed'>): string[] {
    for (const annotation of put) this.update(annotation.id, annotation.version, annotation);
    for (const { id, version } of removed) this.update(id, version, null);
    return [...put, ...removed].map(({ id }) => id);
  }

  /** The annotations that have a part in a block. */
  in(block: number): Iterable<Annotation> {
    return this.inBlock.get(block) ?? [];
  }

  /** Every annotation. */
  all(): Annotation[] {
    return [...this.known.values()].flatMap(({ annotation }) => annotation ?? []);
  }

  private update(id: string, version: number, annotation: Annotation | null): void {
    const known = this.known.get(id);
    const isBack = known?.annotation === null && known.version === version && annotation !== null;
    if (known === undefined || version > known.version || isBack) this.put(id, version, annotation);
  }

  private put(id: string, version: number, annotation: Annotation | null): void {
    const before = this.known.get(id)?.annotation ?? null;
    if (before !== null)
      for (const block of this.blocksOf(before)) this.inBlock.get(block)?.delete(before);
    this.known.set(id, { version, annotation });
    this.count += Number(annotation !== null) - Number(before !== null);
    if (annotation === null) return;
    for (const block of this.blocksOf(annotation)) {
      const there = this.inBlock.get(block) ?? new Set();
      this.inBlock.set(block, there.add(annotation));
    }
  }

  private blocksOf({ segments }: Annotation): Set<number> {
    const found = new Set<number>();
    for (const { start, end } of segments)
      for (let block = this.blocks.at(start); block <= this.blocks.at(end - 1); block++)
        found.add(block);
    return found;
  }
}
