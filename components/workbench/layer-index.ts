import type { PackedLayer } from '@/lib/comparison/comparison-workspace';
import { unpackLayer } from '@/lib/comparison/comparison-workspace';
import type { StoredLayer } from '@/lib/comparison/compared-layer';
import { initials } from '@/components/live/person-look';

/** A layer as the page shows it. */
export type TaggedLayer = StoredLayer & {
  /** Unique letters that stand for its author where a name has no room. */
  tag: string;
};

/** Unique letters for each author: initials, numbered where they repeat. */
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

/** A layer that is unpacked on the first access to its annotations, which never happens on the server. */
function lazyLayer(one: PackedLayer, tag: string): TaggedLayer {
  const { packed: _, ...layer } = one;
  let annotations: StoredLayer['annotations'] | null = null;
  return {
    ...layer,
    tag,
    get annotations() {
      return (annotations ??= unpackLayer(one).annotations);
    },
  };
}

/** Unpacks layers. An unchanged layer keeps its identity, and so does a list of unchanged layers. */
export class LayerIndex {
  private known = new Map<string, { packed: string; about: string; layer: TaggedLayer }>();
  private last: readonly TaggedLayer[] = [];

  take(packed: readonly PackedLayer[]): readonly TaggedLayer[] {
    const before = this.known;
    const tags = authorTags(packed.map(({ author }) => author));
    this.known = new Map();
    for (const [at, one] of packed.entries()) {
      const tag = tags[at] ?? '';
      const { packed: content, ...layer } = one;
      const about = JSON.stringify({ ...layer, tag });
      const known = before.get(one.layerId);
      const isSame = known?.about === about && known.packed === content;
      this.known.set(
        one.layerId,
        isSame ? known : { packed: content, about, layer: lazyLayer(one, tag) },
      );
    }
    const now = [...this.known.values()].map(({ layer }) => layer);
    if (now.length !== this.last.length || now.some((one, at) => one !== this.last[at]))
      this.last = now;
    return this.last;
  }
}
