import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { openDB } from 'idb';
import type {
  LogRow,
  RefusedRow,
  ShelfRow,
  Tables,
  ToldVersion,
  Transaction,
  WaitingDeed,
} from './tables';

/** The name of the database in the browser. */
export const databaseName = 'parallax-outbox';

interface Schema extends DBSchema {
  deeds: {
    key: number;
    value: WaitingDeed;
    indexes: { person: [string, number]; annotation: [string, string, number] };
  };
  refused: { key: [string, string, string]; value: RefusedRow };
  told: { key: [string, string, string]; value: ToldVersion };
  log: { key: [string, string, number]; value: LogRow };
  shelves: { key: [string, string]; value: ShelfRow };
}

const names = ['deeds', 'refused', 'told', 'log', 'shelves'] as const;

type Open = IDBPTransaction<Schema, (typeof names)[number][], 'readwrite'>;

function makeTables(database: IDBPDatabase<Schema>): void {
  const deeds = database.createObjectStore('deeds', { keyPath: 'seq', autoIncrement: true });
  deeds.createIndex('person', ['userId', 'seq']);
  deeds.createIndex('annotation', ['userId', 'annotationId', 'seq']);
  database.createObjectStore('refused', { keyPath: ['userId', 'articleId', 'annotationId'] });
  database.createObjectStore('told', { keyPath: ['userId', 'articleId', 'annotationId'] });
  database.createObjectStore('log', { keyPath: ['userId', 'articleId', 'place'] });
  database.createObjectStore('shelves', { keyPath: ['userId', 'articleId'] });
}

/** Every key that begins with these words: an array sorts after all strings and numbers. */
const under = (...words: string[]) => IDBKeyRange.bound(words, [...words, []]);

function transactionOver(tx: Open): Transaction {
  const [deeds, refused, told] = [
    tx.objectStore('deeds'),
    tx.objectStore('refused'),
    tx.objectStore('told'),
  ];
  const [log, shelves] = [tx.objectStore('log'), tx.objectStore('shelves')];
  return {
    waiting: (userId, most) => deeds.index('person').getAll(under(userId), most),
    waitingOn: (userId, annotationId) =>
      deeds.index('annotation').getAll(under(userId, annotationId)),
    keep: ({ seq, ...row }) =>
      // Without a key the table gives the next one.
      seq === 0 ? deeds.add(row as WaitingDeed) : deeds.put({ ...row, seq }),
    forget: (seq) => deeds.delete(seq),
    countOfOthers: async (userId) =>
      (await deeds.count()) - (await deeds.index('person').count(under(userId))),
    refused: (userId, articleId) => refused.getAll(under(userId, articleId)),
    keepRefused: async (row) => void (await refused.put(row)),
    forgetRefused: (...key) => refused.delete(key),
    told: (...key) => told.get(key),
    allTold: (userId, articleId) => told.getAll(under(userId, articleId)),
    keepTold: async (row) => void (await told.put(row)),
    forgetTold: (...key) => told.delete(key),
    log: (userId, articleId) => log.getAll(under(userId, articleId)),
    keepLogged: async (row) => void (await log.put(row)),
    forgetLogged: (userId, articleId, from, to) =>
      log.delete(IDBKeyRange.bound([userId, articleId, from], [userId, articleId, to])),
    shelf: (...key) => shelves.get(key),
    keepShelf: async (row) => void (await shelves.put(row)),
    countRefused: (userId) => refused.count(under(userId)),
    async forgetPerson(userId) {
      const waiting = await deeds.index('person').getAllKeys(under(userId));
      await Promise.all([
        ...waiting.map((seq) => deeds.delete(seq)),
        refused.delete(under(userId)),
        told.delete(under(userId)),
        log.delete(under(userId)),
        shelves.delete(under(userId)),
      ]);
    },
  };
}

/** The tables in the browser's IndexedDB, which outlive the page; rejects where the browser has none for us. */
export async function browserTables(): Promise<Tables> {
  const database = await openDB<Schema>(databaseName, 1, {
    upgrade: makeTables,
    // A newer page in another tab wants to change the tables: it must not wait for this one.
    blocking: (_version, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
  return {
    lasting: true,
    async transact(deed) {
      const tx = database.transaction([...names], 'readwrite', { durability: 'strict' });
      let isOver = false;
      const finished = tx.done.then(
        () => null,
        (reason: unknown) => ({ reason }),
      );
      void finished.then(() => {
        isOver = true;
      });
      try {
        const result = await deed(transactionOver(tx));
        const failed = await finished;
        if (failed !== null) throw failed.reason;
        return result;
      } catch (reason) {
        if (!isOver) tx.abort();
        throw reason;
      }
    },
    close: () => database.close(),
  };
}
