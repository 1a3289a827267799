import type { LogStep } from './keeping';
import type { WaitingDeed } from './tables';

/** A deed that a page has painted, on its way into the tables; `joins` names the one that it goes on with. */
export type Entry = { page: string; row: WaitingDeed; joins: string | null; step: LogStep };

/**
 * Where deeds stand from the key press until the tables have them, which may take a slow disk
 * seconds: a page that ends meanwhile leaves them here, and the next one takes them in.
 */
export type Journal = {
  /** Writes an entry down at once; false where the browser does not take it. */
  jot(entry: Entry): boolean;
  forget(deedId: string): void;
  /** What stands here, page by page, in the order in which it was done; also what open pages have on its way. */
  left(): Entry[][];
};

/** A person's journal in the browser's storage, which it writes to before it answers. */
export function journalIn(storage: Storage, userId: string): Journal {
  const prefix = `parallax-journal/${userId}/`;
  return {
    jot(entry) {
      try {
        storage.setItem(prefix + entry.row.deedId, JSON.stringify(entry));
        return true;
      } catch {
        return false;
      }
    },
    forget: (deedId) => storage.removeItem(prefix + deedId),
    left() {
      const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
      // Deeds are named in the order of time.
      const own = keys.filter((key) => key.startsWith(prefix)).sort();
      const pages = new Map<string, Entry[]>();
      for (const key of own) {
        const entry = JSON.parse(storage.getItem(key) ?? 'null') as Entry | null;
        if (entry !== null) pages.set(entry.page, [...(pages.get(entry.page) ?? []), entry]);
      }
      return [...pages.values()];
    },
  };
}

/** The person's journal in this browser; null where it lets pages store nothing. */
export function browserJournal(userId: string): Journal | null {
  try {
    return journalIn(window.localStorage, userId);
  } catch {
    return null;
  }
}
