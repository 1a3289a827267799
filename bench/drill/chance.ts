import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that a seed decides: the same seed gives the same numbers in the same order. */
export class Chance {
  private readonly source;

  /** Of `seed`, a whole number, the lowest 32 bits count. */
  constructor(seed: number) {
    this.source = xoroshiro128plus(seed | 0);
  }

  /** From 0 to just below 1. */
  next(): number {
    return uniformFloat64(this.source);
  }

  hits(share: number): boolean {
    return this.next() < share;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return uniformInt(this.source, least, most);
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

  /** Chance of its own for one part, so that what one does leaves the others' alone. */
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
