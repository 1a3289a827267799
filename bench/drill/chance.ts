/** Chance that a seed decides: the same seed gives the same numbers in the same order. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 to just below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  hits(share: number): boolean {
    return this.next() < share;
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return Math.floor(this.between(least, most + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
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
    return new Chance(Math.floor(this.next() * 2 ** 32));
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
