import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded random numbers: the same seed gives the same numbers in the same order. */
export class Chance {
  private readonly source;

  /** `seed` is an integer of which the lowest 32 bits count. */
  constructor(seed: number) {
    this.source = xoroshiro128plus(seed | 0);
  }

  /** A number in [0, 1). */
  next(): number {
    return uniformFloat64(this.source);
  }

  hits(share: number): boolean {
    return this.next() < share;
  }

  between(min: number, max: number): number {
    return min + this.next() * (max - min);
  }

  /** A whole number from `min` to `max`, both included. */
  whole(min: number, max: number): number {
    return uniformInt(this.source, min, max);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items.length > 0 ? items[this.whole(0, items.length - 1)] : undefined;
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const shuffled = items.slice();
    for (let at = shuffled.length - 1; at > 0; at--) {
      const other = this.whole(0, at);
      const [one, two] = [shuffled[at], shuffled[other]];
      if (one === undefined || two === undefined) continue;
      [shuffled[at], shuffled[other]] = [two, one];
    }
    return shuffled;
  }

  /**
   * An independent generator for one component, so that its draws do not change those of the
   * others.
   */
  branch(): Chance {
    return new Chance(this.whole(-(2 ** 31), 2 ** 31 - 1));
  }
}

/** Deals cards from a shuffled deck, again and again, so that each comes before any comes twice. */
export function dealer<Card>(chance: Chance, cards: readonly Card[]): () => Card {
  let deck: Card[] = [];
  return () => {
    if (deck.length === 0) deck = chance.shuffled(cards);
    const card = deck.pop();
    if (card === undefined) throw new Error('There are no cards.');
    return card;
  };
}
