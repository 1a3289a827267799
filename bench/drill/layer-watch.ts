import type { Annotation } from '@/lib/annotation/annotation';
import type { DeedsMessage } from '@/lib/annotation/live-message';

type Known = { version: number; annotation: Annotation | null };

/** A colleague's layer as somebody watches it: read whole, and kept current by what is told. */
export class LayerWatch {
  private readonly known = new Map<string, Known>();
  /** How many deeds are known of; null until the first is told. */
  private deedCount: number | null = null;
  private readonly heardSince = new Set<string>();

  /** What is seen of it. */
  seen(): Annotation[] {
    return [...this.known.values()].flatMap(({ annotation }) => annotation ?? []);
  }

  /** To be called before the layer is read: what is heard from now on is newer than the answer may be. */
  ask(): void {
    this.heardSince.clear();
    this.deedCount = null;
  }

  /** Takes the whole layer as it was read. */
  receive(annotations: readonly Annotation[]): void {
    const there = new Set(annotations.map(({ id }) => id));
    for (const [id, { version }] of this.known)
      if (!there.has(id) && !this.heardSince.has(id))
        this.known.set(id, { version, annotation: null });
    for (const annotation of annotations) this.take(annotation.id, annotation.version, annotation);
  }

  /** Takes what was told; false where something before it was missed, so that the layer must be read. */
  hear({ before, deedCount, put, removed }: DeedsMessage): boolean {
    for (const annotation of put) this.take(annotation.id, annotation.version, annotation);
    for (const { id, version } of removed) this.take(id, version, null);
    for (const { id } of [...put, ...removed]) this.heardSince.add(id);
    const isWhole = this.deedCount === null || before <= this.deedCount;
    this.deedCount = Math.max(this.deedCount ?? 0, deedCount);
    return isWhole;
  }

  private take(id: string, version: number, annotation: Annotation | null): void {
    const known = this.known.get(id);
    const isBack = known?.annotation === null && known.version === version;
    if (known === undefined || version > known.version || (isBack && annotation !== null))
      this.known.set(id, { version, annotation });
  }
}
