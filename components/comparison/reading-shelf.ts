import { initials } from '@/components/live/person-look';
import type { PackedReading } from '@/lib/agreement/comparison/packed-reading';
import { unpackReading } from '@/lib/agreement/comparison/packed-reading';
import type { StoredReading } from '@/lib/agreement/comparison/stored-reading';

/** A reading as the page shows it. */
export type ShownReading = StoredReading & {
  /** A few letters, another's never, that stand for its author where a name has no room. */
  tag: string;
};

/** A few letters for each author, another's never. */
export function authorTags(authors: readonly string[]): string[] {
  const given = new Set<string>();
  return authors.map((author) => {
    const stem = initials(author);
    let tag = stem;
    for (let count = 2; given.has(tag); count++) tag = `${stem}${count}`;
    given.add(tag);
    return tag;
  });
}

/** Unpacks a reading once its marks are looked at, which the server, where the page is made first, never does. */
function unpackedLate(one: PackedReading, tag: string): ShownReading {
  const { packed: _, ...layer } = one;
  let marks: StoredReading['marks'] | null = null;
  return {
    ...layer,
    tag,
    get marks() {
      return (marks ??= unpackReading(one).marks);
    },
  };
}

/** Unpacks readings. One that comes again as it was keeps its identity, and so does a list of such. */
export class ReadingShelf {
  private known = new Map<string, { packed: string; about: string; reading: ShownReading }>();
  private last: readonly ShownReading[] = [];

  take(packed: readonly PackedReading[]): readonly ShownReading[] {
    const before = this.known;
    const tags = authorTags(packed.map(({ author }) => author));
    this.known = new Map();
    for (const [at, one] of packed.entries()) {
      const tag = tags[at] ?? '';
      const { packed: marks, ...layer } = one;
      const about = JSON.stringify({ ...layer, tag });
      const known = before.get(one.layerId);
      const isSame = known?.about === about && known.packed === marks;
      this.known.set(
        one.layerId,
        isSame ? known : { packed: marks, about, reading: unpackedLate(one, tag) },
      );
    }
    const now = [...this.known.values()].map(({ reading }) => reading);
    if (now.length !== this.last.length || now.some((one, at) => one !== this.last[at]))
      this.last = now;
    return this.last;
  }
}
