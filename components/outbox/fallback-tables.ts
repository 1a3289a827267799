import type {
  LayerRow,
  LogRow,
  RefusedRow,
  ServerVersion,
  Tables,
  Transaction,
  WaitingChange,
} from './tables';

const keyOf = (...parts: (string | number)[]) => JSON.stringify(parts);

type Placed = { userId: string; articleId: string };

const isOf = (userId: string, articleId: string) => (row: Placed) =>
  row.userId === userId && row.articleId === articleId;

/**
 * Tables in memory, for a page whose browser stores nothing for it: they end with the page and are
 * not shared with other tabs.
 */
export function memoryTables(seed: readonly WaitingChange[] = []): Tables {
  let seq = Math.max(0, ...seed.map((row) => row.seq));
  const changes = new Map<number, WaitingChange>();
  for (const row of seed) {
    const key = row.seq === 0 ? ++seq : row.seq;
    changes.set(key, { ...row, seq: key });
  }
  const refused = new Map<string, RefusedRow>();
  const serverVersions = new Map<string, ServerVersion>();
  const log = new Map<string, LogRow>();
  const layerRows = new Map<string, LayerRow>();
  const inOrder = () => [...changes.values()].sort((one, other) => one.seq - other.seq);
  const tx: Transaction = {
    waiting: async (userId, limit) =>
      inOrder()
        .filter((row) => row.userId === userId)
        .slice(0, limit),
    waitingOn: async (userId, annotationId) =>
      inOrder().filter((row) => row.userId === userId && row.annotationId === annotationId),
    async save(row) {
      const key = row.seq === 0 ? ++seq : row.seq;
      changes.set(key, { ...row, seq: key });
      return key;
    },
    forget: async (key) => void changes.delete(key),
    countOfOthers: async (userId) => inOrder().filter((row) => row.userId !== userId).length,
    refused: async (userId, articleId) => [...refused.values()].filter(isOf(userId, articleId)),
    saveRefused: async (row) =>
      void refused.set(keyOf(row.userId, row.articleId, row.annotationId), row),
    forgetRefused: async (...key) => void refused.delete(keyOf(...key)),
    serverVersion: async (...key) => serverVersions.get(keyOf(...key)),
    allServerVersions: async (userId, articleId) =>
      [...serverVersions.values()].filter(isOf(userId, articleId)),
    saveServerVersion: async (row) =>
      void serverVersions.set(keyOf(row.userId, row.articleId, row.annotationId), row),
    forgetServerVersion: async (...key) => void serverVersions.delete(keyOf(...key)),
    log: async (userId, articleId) =>
      [...log.values()]
        .filter(isOf(userId, articleId))
        .sort((one, other) => one.sequence - other.sequence),
    saveLogged: async (row) => void log.set(keyOf(row.userId, row.articleId, row.sequence), row),
    async forgetLogged(userId, articleId, from, to) {
      for (const [key, row] of log)
        if (isOf(userId, articleId)(row) && row.sequence >= from && row.sequence <= to)
          log.delete(key);
    },
    layerRow: async (...key) => layerRows.get(keyOf(...key)),
    saveLayerRow: async (row) => void layerRows.set(keyOf(row.userId, row.articleId), row),
    countRefused: async (userId) =>
      [...refused.values()].filter((row) => row.userId === userId).length,
    async forgetPerson(userId) {
      const forgetIn = <Key>(table: Map<Key, { userId: string }>) => {
        for (const [key, row] of table) if (row.userId === userId) table.delete(key);
      };
      forgetIn(changes);
      forgetIn(refused);
      forgetIn(serverVersions);
      forgetIn(log);
      forgetIn(layerRows);
    },
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    lasting: false,
    transact(work) {
      const result = last.then(() => work(tx));
      last = result.catch(() => undefined);
      return result;
    },
    close: () => undefined,
  };
}

/**
 * The browser's tables as long as they work. Where they fail (none in a private window, the disk is
 * full, the browser closed them) they are reopened once, and if that fails too, tables in memory
 * replace them, filled with `seed`: what the page itself still knows to be waiting. `spilled` is
 * called then.
 */
export class FallbackTables implements Tables {
  lasting = true;
  private tables: Promise<Tables>;

  constructor(
    private readonly open: () => Promise<Tables>,
    private readonly seed: () => WaitingChange[],
    private readonly spilled: () => void,
  ) {
    this.tables = this.reopened();
  }

  async transact<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const first = await this.tables;
    try {
      return await first.transact(work);
    } catch (reason) {
      if (!first.lasting) throw reason;
      this.tables = this.reopened();
    }
    const second = await this.tables;
    try {
      return await second.transact(work);
    } catch (reason) {
      if (!second.lasting) throw reason;
      this.tables = Promise.resolve(this.inMemory());
      return (await this.tables).transact(work);
    }
  }

  close(): void {
    void this.tables.then((tables) => tables.close());
  }

  private reopened(): Promise<Tables> {
    return this.open().catch(() => this.inMemory());
  }

  private inMemory(): Tables {
    this.lasting = false;
    this.spilled();
    return memoryTables(this.seed());
  }
}
