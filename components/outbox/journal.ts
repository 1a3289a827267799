import { v7 } from 'uuid';
import { journalItemFrom, journalNames } from './earlier-version';

/** Something that stands in a journal, and the key to forget it by. */
export type JournalEntry<Item> = { key: string; item: Item };

const storageRoot = 'parallax-journal';

/**
 * Where what was done stands from the key press until it is where it belongs, which may take a slow
 * disk seconds and a broken line hours: a page that ends meanwhile leaves it here, and the next one
 * takes it over. It is kept in the browser's storage, which writes before it answers, by the page
 * that did it. The name tells one person's journal for one purpose from all others.
 */
export class Journal<Item> {
  private readonly page = v7();
  private readonly prefix: string;
  /** Of what today's pages write, and of what pages of the version before have left. */
  private readonly prefixes: readonly string[];

  constructor(
    private readonly storage: Storage,
    name: string,
    /** Null in a browser without them. */
    private readonly locks: LockManager | null,
  ) {
    this.prefixes = journalNames(name).map((each) => `${storageRoot}/${each}/`);
    this.prefix = `${storageRoot}/${name}/`;
    void this.hold(this.page, () => undefined);
  }

  /** Writes something down at once; its key, or null where the browser does not take it. */
  append(item: Item): string | null {
    // Keys are in the order of time.
    const key = `${this.prefix}${this.page}/${v7()}`;
    try {
      this.storage.setItem(key, JSON.stringify(item));
      return key;
    } catch {
      return null;
    }
  }

  forget(key: string): void {
    this.storage.removeItem(key);
  }

  /** What other pages have on its way or left, each page's in the order in which it was done. */
  left(): JournalEntry<Item>[][] {
    return this.otherPages().map((page) => this.entriesOf(page));
  }

  /**
   * Hands over what each other page has left, once that page has ended: from then on this page
   * answers for it. Without locks that is not known, and what they have on its way is handed over too.
   */
  takeOver(take: (left: JournalEntry<Item>[]) => void): void {
    for (const page of this.otherPages()) void this.hold(page, () => take(this.entriesOf(page)));
  }

  /** Once nobody else holds the page, does this, and holds it for as long as this page lives. */
  private async hold(page: string, work: () => void): Promise<void> {
    if (this.locks === null) return work();
    await this.locks.request(`${storageRoot}/${page}`, () => {
      work();
      return new Promise(() => undefined);
    });
  }

  /** Each key of the journal, and the page that wrote it, in the order of time. */
  private keys(): { key: string; page: string }[] {
    const keys = Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at) ?? '');
    return this.prefixes
      .flatMap((prefix) =>
        keys
          .filter((key) => key.startsWith(prefix))
          .map((key) => ({ key, written: key.slice(prefix.length) })),
      )
      .sort((one, other) => (one.written < other.written ? -1 : 1))
      .map(({ key, written }) => ({ key, page: written.split('/')[0] ?? '' }));
  }

  private otherPages(): string[] {
    const pages = this.keys().map(({ page }) => page);
    return [...new Set(pages)].filter((page) => page !== this.page);
  }

  private entriesOf(page: string): JournalEntry<Item>[] {
    const own = this.keys().filter((each) => each.page === page);
    return own.flatMap(({ key }) => {
      const text = this.storage.getItem(key);
      return text === null ? [] : [{ key, item: journalItemFrom(JSON.parse(text)) as Item }];
    });
  }
}

/** A journal in this browser; null where it lets pages store nothing. */
export function browserJournal<Item>(name: string): Journal<Item> | null {
  if (typeof window === 'undefined') return null;
  try {
    // Browsers have locks only where the connection is secure, or the server on this machine.
    return new Journal(window.localStorage, name, 'locks' in navigator ? navigator.locks : null);
  } catch {
    return null;
  }
}
