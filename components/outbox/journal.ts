import { v7 } from 'uuid';
import { journalItemFrom, journalNames } from './earlier-version';

/** An entry of a journal, and the key to delete it by. */
export type JournalEntry<Item> = { key: string; item: Item };

const storageRoot = 'parallax-journal';

/**
 * A write-ahead journal in the browser's storage, which writes synchronously: what a user does is
 * recorded here until it is stored elsewhere or sent. A page that ends before that leaves its
 * entries, and the next page takes them over. Entries are kept per page; the name separates the
 * journals of users and purposes.
 */
export class Journal<Item> {
  private readonly page = v7();
  private readonly prefix: string;
  /**
   * Of the entries that pages of this version write, and of those that pages of version 1 have
   * left.
   */
  private readonly prefixes: readonly string[];

  constructor(
    private readonly storage: Storage,
    name: string,
    /** Null in a browser without locks. */
    private readonly locks: LockManager | null,
  ) {
    this.prefixes = journalNames(name).map((each) => `${storageRoot}/${each}/`);
    this.prefix = `${storageRoot}/${name}/`;
    void this.hold(this.page, () => undefined);
  }

  /** Adds an entry synchronously; its key, or null where the storage refuses it. */
  append(item: Item): string | null {
    // Keys sort by time.
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

  /** The entries of other pages, open or ended, each page's in order. */
  left(): JournalEntry<Item>[][] {
    return this.otherPages().map((page) => this.entriesOf(page));
  }

  /**
   * Passes on the entries of each other page once that page has ended; from then on this page is
   * responsible for them. Without locks this cannot be known, and the entries of open pages are
   * passed on too.
   */
  takeOver(take: (left: JournalEntry<Item>[]) => void): void {
    for (const page of this.otherPages()) void this.hold(page, () => take(this.entriesOf(page)));
  }

  /**
   * Waits until no other page holds this page's lock, does the work, and holds the lock for as long
   * as this page lives.
   */
  private async hold(page: string, work: () => void): Promise<void> {
    if (this.locks === null) return work();
    await this.locks.request(`${storageRoot}/${page}`, () => {
      work();
      return new Promise(() => undefined);
    });
  }

  /** All keys of the journal with the page that wrote each, sorted by time. */
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

/** The browser's journal of this name; null where the browser lets pages store nothing. */
export function browserJournal<Item>(name: string): Journal<Item> | null {
  if (typeof window === 'undefined') return null;
  try {
    // Browsers have locks only on secure connections and on localhost.
    return new Journal(window.localStorage, name, 'locks' in navigator ? navigator.locks : null);
  } catch {
    return null;
  }
}
