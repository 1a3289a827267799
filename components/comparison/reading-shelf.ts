import { initials } from '@/components/live/person-look';
import type { PackedReading } from '@/lib/agreement/comparison/packed-reading';
import { unpackReading } from '@/lib/agreement/comparison/packed-reading';
import type { StoredReading } from '@/lib/agreement/comparison/stored-reading';

/** A reading as the page shows it. */
export type ShownReading = StoredReading & {
  /** A few letters, another's never, that stand for its author where a name has no room. */
  tag: string;
};

/** Unpacks readings. One that comes again as it was keeps its identity, and so does a list of such. */
export class ReadingShelf {
  private known = new Map<string, { packed: string; reading: ShownReading }>();
  private last: readonly ShownReading[] = [];

  take(packed: readonly PackedReading[]): readonly ShownReading[] {
    const before = this.known;
    const given = new Set<string>();
    this.known = new Map();
    for (const one of packed) {
      const tag = this.tagOf(one.author, given);
      const same = JSON.stringify({ ...one, tag });
      const known = before.get(one.layerId);
      const kept =
        known?.packed === same ? known : { packed: same, reading: { ...unpackReading(one), tag } };
      this.known.set(one.layerId, kept);
    }
    const now = [...this.known.values()].map(({ reading }) => reading);
    if (now.length !== this.last.length || now.some((one, at) => one !== this.last[at]))
      this.last = now;
    return this.last;
  }

  private tagOf(author: string, given: Set<string>): string {
    const stem = initials(author);
    let tag = stem;
    for (let count = 2; given.has(tag); count++) tag = `${stem}${count}`;
    given.add(tag);
    return tag;
  }
}
