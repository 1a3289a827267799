import type { DBSchema, IDBPDatabase, IDBPTransaction } from 'idb';
import { openDB } from 'idb';
import { earlierStores, rowFrom } from './earlier-version';
import type {
  LogRow,
  RefusedRow,
  LayerRow,
  Tables,
  ServerVersion,
  Transaction,
  WaitingChange,
} from './tables';

/** Name of the IndexedDB database. */
export const databaseName = 'parallax-outbox';

interface Schema extends DBSchema {
  changes: {
    key: number;
    value: WaitingChange;
    indexes: { person: [string, number]; annotation: [string, string, number] };
  };
  refused: { key: [string, string, string]; value: RefusedRow };
  serverVersions: { key: [string, string, string]; value: ServerVersion };
  log: { key: [string, string, number]; value: LogRow };
  layers: { key: [string, string]; value: LayerRow };
}

const names = ['changes', 'refused', 'serverVersions', 'log', 'layers'] as const;

type Open = IDBPTransaction<Schema, (typeof names)[number][], 'readwrite'>;

function makeTables(database: IDBPDatabase<Schema>): void {
  const changes = database.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true });
  changes.createIndex('person', ['userId', 'seq']);
  changes.createIndex('annotation', ['userId', 'annotationId', 'seq']);
  database.createObjectStore('refused', { keyPath: ['userId', 'articleId', 'annotationId'] });
  database.createObjectStore('serverVersions', {
    keyPath: ['userId', 'articleId', 'annotationId'],
  });
  database.createObjectStore('log', { keyPath: ['userId', 'articleId', 'sequence'] });
  database.createObjectStore('layers', { keyPath: ['userId', 'articleId'] });
}

type Upgrade = IDBPTransaction<Schema, ArrayLike<(typeof names)[number]>, 'versionchange'>;

/**
 * Moves all rows from the stores of version 1 into the current ones, in the transaction that raises
 * the version: if the browser stops meanwhile, the old stores are unchanged.
 */
async function moveEarlierRows(database: IDBPDatabase<Schema>, tx: Upgrade): Promise<void> {
  const stores = tx as unknown as IDBPTransaction<unknown, string[], 'versionchange'>;
  const moved = await Promise.all(
    earlierStores.map(async ({ earlier, name, fields }) => ({
      name,
      rows: (await stores.objectStore(earlier).getAll()).map((row) => rowFrom(fields, row)),
    })),
  );
  for (const name of database.objectStoreNames) database.deleteObjectStore(name);
  makeTables(database);
  await Promise.all(
    moved.flatMap(({ name, rows }) => rows.map(async (row) => stores.objectStore(name).put(row))),
  );
}

/** Creates the tables, or upgrades those of version 1. A failure leaves everything as it was. */
function upgradeTables(database: IDBPDatabase<Schema>, tx: Upgrade): void {
  const stores = new Set<string>(database.objectStoreNames);
  if (!earlierStores.every(({ earlier }) => stores.has(earlier))) {
    if (!stores.has('changes')) makeTables(database);
    return;
  }
  void moveEarlierRows(database, tx)
    // Without this, a half-finished move would be committed.
    .catch(() => tx.abort())
    .catch(() => undefined);
  void tx.done.catch(() => undefined);
}

/** All keys that begin with these parts: an array sorts after all strings and numbers. */
const under = (...parts: string[]) => IDBKeyRange.bound(parts, [...parts, []]);

function transactionOver(tx: Open): Transaction {
  const [changes, refused, serverVersions] = [
    tx.objectStore('changes'),
    tx.objectStore('refused'),
    tx.objectStore('serverVersions'),
  ];
  const [log, layers] = [tx.objectStore('log'), tx.objectStore('layers')];
  return {
    waiting: (userId, limit) => changes.index('person').getAll(under(userId), limit),
    waitingOn: (userId, annotationId) =>
      changes.index('annotation').getAll(under(userId, annotationId)),
    save: ({ seq, ...row }) =>
      // Without a key, the store assigns the next one.
      seq === 0 ? changes.add(row as WaitingChange) : changes.put({ ...row, seq }),
    forget: (seq) => changes.delete(seq),
    countOfOthers: async (userId) =>
      (await changes.count()) - (await changes.index('person').count(under(userId))),
    refused: (userId, articleId) => refused.getAll(under(userId, articleId)),
    saveRefused: async (row) => void (await refused.put(row)),
    forgetRefused: (...key) => refused.delete(key),
    serverVersion: (...key) => serverVersions.get(key),
    allServerVersions: (userId, articleId) => serverVersions.getAll(under(userId, articleId)),
    saveServerVersion: async (row) => void (await serverVersions.put(row)),
    forgetServerVersion: (...key) => serverVersions.delete(key),
    log: (userId, articleId) => log.getAll(under(userId, articleId)),
    saveLogged: async (row) => void (await log.put(row)),
    forgetLogged: (userId, articleId, from, to) =>
      log.delete(IDBKeyRange.bound([userId, articleId, from], [userId, articleId, to])),
    layerRow: (...key) => layers.get(key),
    saveLayerRow: async (row) => void (await layers.put(row)),
    countRefused: (userId) => refused.count(under(userId)),
    async forgetPerson(userId) {
      const waiting = await changes.index('person').getAllKeys(under(userId));
      await Promise.all([
        ...waiting.map((seq) => changes.delete(seq)),
        refused.delete(under(userId)),
        serverVersions.delete(under(userId)),
        log.delete(under(userId)),
        layers.delete(under(userId)),
      ]);
    },
  };
}

/**
 * The tables in the browser's IndexedDB, which outlive the page; rejects where IndexedDB is not
 * available.
 */
export async function browserTables(): Promise<Tables> {
  const database = await openDB<Schema>(databaseName, 2, {
    upgrade: (opened, _from, _to, tx) => upgradeTables(opened, tx),
    // A newer page in another tab wants to upgrade the tables and must not wait for this one.
    blocking: (_version, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
  return {
    lasting: true,
    async transact(work) {
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
        const result = await work(transactionOver(tx));
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
