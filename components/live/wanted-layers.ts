/** How many authors are remembered at most; the oldest are forgotten. */
const maxAuthors = 500;

/** Whose layers a person has switched off, remembered in the browser. At first everybody's are wanted. */
export class WantedLayers {
  private unwanted = new Set<string>();
  private readonly name: string;

  constructor(userId: string) {
    this.name = `parallax-unwanted-layers-${userId}`;
  }

  isWanted = (key: string): boolean => !this.unwanted.has(key);

  /** Takes what the browser remembers. */
  recall(): void {
    try {
      const known: unknown = JSON.parse(localStorage.getItem(this.name) ?? '[]');
      if (Array.isArray(known))
        this.unwanted = new Set(known.filter((key) => typeof key === 'string'));
    } catch {
      // A browser that keeps nothing, or what somebody else wrote there: everybody is wanted.
    }
  }

  want(keys: readonly string[], isWanted: boolean): void {
    for (const key of keys) {
      this.unwanted.delete(key);
      if (!isWanted) this.unwanted.add(key);
    }
    try {
      localStorage.setItem(this.name, JSON.stringify([...this.unwanted].slice(-maxAuthors)));
    } catch {
      // It holds for as long as the page does.
    }
  }
}
