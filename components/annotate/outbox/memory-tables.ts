import type {
  LogRow,
  RefusedRow,
  ShelfRow,
  Tables,
  ToldVersion,
  Transaction,
  WaitingDeed,
} from './tables';

const keyOf = (...words: (string | number)[]) => JSON.stringify(words);

type Placed = { userId: string; articleId: string };

const isOf = (userId: string, articleId: string) => (row: Placed) =>
  row.userId === userId && row.articleId === articleId;

/** The tables of a page whose browser keeps nothing for it: they end with the page, and know no other tab. */
export function memoryTables(seed: readonly WaitingDeed[] = []): Tables {
  let seq = Math.max(0, ...seed.map((row) => row.seq));
  const deeds = new Map<number, WaitingDeed>();
  for (const row of seed) {
    const place = row.seq === 0 ? ++seq : row.seq;
    deeds.set(place, { ...row, seq: place });
  }
  const refused = new Map<string, RefusedRow>();
  const told = new Map<string, ToldVersion>();
  const log = new Map<string, LogRow>();
  const shelves = new Map<string, ShelfRow>();
  const inOrder = () => [...deeds.values()].sort((one, other) => one.seq - other.seq);
  const tx: Transaction = {
    waiting: async (userId, most) =>
      inOrder()
        .filter((row) => row.userId === userId)
        .slice(0, most),
    waitingOn: async (userId, annotationId) =>
      inOrder().filter((row) => row.userId === userId && row.annotationId === annotationId),
    async keep(row) {
      const place = row.seq === 0 ? ++seq : row.seq;
      deeds.set(place, { ...row, seq: place });
      return place;
    },
    forget: async (place) => void deeds.delete(place),
    countOfOthers: async (userId) => inOrder().filter((row) => row.userId !== userId).length,
    refused: async (userId, articleId) => [...refused.values()].filter(isOf(userId, articleId)),
    keepRefused: async (row) =>
      void refused.set(keyOf(row.userId, row.articleId, row.annotationId), row),
    forgetRefused: async (...key) => void refused.delete(keyOf(...key)),
    told: async (...key) => told.get(keyOf(...key)),
    allTold: async (userId, articleId) => [...told.values()].filter(isOf(userId, articleId)),
    keepTold: async (row) => void told.set(keyOf(row.userId, row.articleId, row.annotationId), row),
    forgetTold: async (...key) => void told.delete(keyOf(...key)),
    log: async (userId, articleId) =>
      [...log.values()]
        .filter(isOf(userId, articleId))
        .sort((one, other) => one.place - other.place),
    keepLogged: async (row) => void log.set(keyOf(row.userId, row.articleId, row.place), row),
    async forgetLogged(userId, articleId, from, to) {
      for (const [key, row] of log)
        if (isOf(userId, articleId)(row) && row.place >= from && row.place <= to) log.delete(key);
    },
    shelf: async (...key) => shelves.get(keyOf(...key)),
    keepShelf: async (row) => void shelves.set(keyOf(row.userId, row.articleId), row),
    countRefused: async (userId) =>
      [...refused.values()].filter((row) => row.userId === userId).length,
    async forgetPerson(userId) {
      const forgetIn = <Key>(table: Map<Key, { userId: string }>) => {
        for (const [key, row] of table) if (row.userId === userId) table.delete(key);
      };
      forgetIn(deeds);
      forgetIn(refused);
      forgetIn(told);
      forgetIn(log);
      forgetIn(shelves);
    },
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    lasting: false,
    transact(deed) {
      const result = last.then(() => deed(tx));
      last = result.catch(() => undefined);
      return result;
    },
    close: () => undefined,
  };
}
