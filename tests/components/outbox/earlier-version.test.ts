import { listAnnotations } from '@/lib/annotation/annotations';
import { openMyLayer } from '@/lib/annotation/layers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deleteDB, openDB } from 'idb';
import { v7 } from 'uuid';
import { browserTables, databaseName } from '@/components/outbox/browser-tables';
import { adoptEarlierSettings } from '@/components/outbox/earlier-version';
import { Journal } from '@/components/outbox/journal';
import { unsentOf } from '@/components/outbox/leave-browser';
import type { Entry } from '@/components/outbox/persistence';
import type { Seat } from '@/tests/builders/an-outbox';
import { aSeat, aTab, closeAll, eventually, saved } from '@/tests/builders/an-outbox';
import { MemoryStorage } from '@/tests/harness/memory-storage';

beforeEach(async () => {
  [first, second, third, firstKey, secondKey, thirdKey] = newIds();
  await deleteDB(databaseName);
});
afterEach(async () => {
  await closeAll();
  await deleteDB(databaseName);
});

const content = (note: string) => ({
  label: 'loaded_framing',
  segments: [{ start: 4, end: 10 }],
  attributes: {},
  note,
  confidence: null,
});

const changesRoot = 'parallax-journal/deeds';

const newIds = () => [v7(), v7(), v7(), v7(), v7(), v7()] as const;
let [first, second, third, firstKey, secondKey, thirdKey] = newIds();

/** An object whose fields have the names that version 1 gave them. */
const named = (...fields: [name: string, value: unknown][]) => Object.fromEntries(fields);

/** Rows as version 1 has them, by store, of a person who has added two annotations and undone nothing. */
function earlierRows(userId: string, articleId: string) {
  const at = Date.now();
  const own = { userId, articleId };
  const change = (seq: number, annotationId: string, key: string, note: string) => ({
    seq,
    ...own,
    annotationId,
    content: content(note),
    quote: 'regime',
    expects: 0,
    sent: false,
    at: new Date(at).toISOString(),
    ...named(['deedId', key], ['deed', 'put'], ['quietUntil', 0]),
  });
  const logged = (place: number, annotationId: string, key: string, note: string) => ({
    ...own,
    annotationId,
    before: null,
    after: content(note),
    quote: 'regime',
    at,
    ...named(['deedId', key], ['place', place]),
  });
  const refused = {
    ...own,
    annotationId: third,
    content: content('refused'),
    why: 'It was too long.',
    at: new Date(at).toISOString(),
    ...named(['deedId', thirdKey], ['deed', 'put']),
  };
  const changes = [change(7, first, firstKey, 'one'), change(9, second, secondKey, 'two')];
  const log = [logged(1, first, firstKey, 'one'), logged(2, second, secondKey, 'two')];
  const byStore: [string, object[]][] = [
    ['deeds', changes],
    ['refused', [refused]],
    ['told', [{ ...own, annotationId: third, version: 4, removed: true }]],
    ['log', log],
    ['shelves', [{ ...own, layerId: null, ...named(['donePlace', 2]) }]],
  ];
  return { byStore, changes, log };
}

type Rows = ReturnType<typeof earlierRows>;

/** The browser's database as version 1 makes it, with these rows. */
async function earlierDatabase({ byStore }: Rows) {
  const annotation = ['userId', 'articleId', 'annotationId'];
  const database = await openDB(databaseName, 1, {
    upgrade(opened) {
      const changes = opened.createObjectStore('deeds', { keyPath: 'seq', autoIncrement: true });
      changes.createIndex('person', ['userId', 'seq']);
      changes.createIndex('annotation', ['userId', 'annotationId', 'seq']);
      opened.createObjectStore('refused', { keyPath: annotation });
      opened.createObjectStore('told', { keyPath: annotation });
      opened.createObjectStore('log', { keyPath: ['userId', 'articleId', 'place'] });
      opened.createObjectStore('shelves', { keyPath: ['userId', 'articleId'] });
    },
    blocking: (_version, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
  for (const [name, rows] of byStore) for (const row of rows) await database.put(name, row);
  return database;
}

async function notesOnServer({ analyst, articleId }: Seat) {
  const { layer } = await openMyLayer(analyst, articleId);
  const page = await listAnnotations(analyst, layer.id, { limit: 100, offsetUnit: 'utf-16' });
  return page.items.map(({ id, note }) => [id, note]);
}

describe('tables of version 1', () => {
  test('are moved with every row, under today’s names, while a page of that version is open', async () => {
    await earlierDatabase(earlierRows('ada', 'article'));
    const tables = await browserTables();
    const found = await tables.transact(async (tx) => ({
      waiting: await tx.waiting('ada'),
      refused: await tx.refused('ada', 'article'),
      serverVersion: await tx.serverVersion('ada', 'article', third),
      log: await tx.log('ada', 'article'),
      layer: await tx.layerRow('ada', 'article'),
    }));
    expect(found).toMatchObject({
      waiting: [
        { seq: 7, annotationId: first, idempotencyKey: firstKey, kind: 'put', delayedUntil: 0 },
        { seq: 9, annotationId: second, idempotencyKey: secondKey, content: { note: 'two' } },
      ],
      refused: [{ annotationId: third, idempotencyKey: thirdKey, kind: 'put' }],
      serverVersion: { version: 4, removed: true },
      log: [
        { sequence: 1, idempotencyKey: firstKey, after: { note: 'one' } },
        { sequence: 2, idempotencyKey: secondKey },
      ],
      layer: { layerId: null, doneUpTo: 2 },
    });
    for (const name of ['deedId', 'deed', 'quietUntil', 'place', 'donePlace'])
      expect(JSON.stringify(found)).not.toContain(`"${name}":`);
    const [waiting] = found.waiting;
    if (waiting === undefined) throw new Error('There is no such row.');
    expect(await tables.transact((tx) => tx.save({ ...waiting, seq: 0 }))).toBe(10);
    tables.close();
  });

  test('are moved once: a page that comes later finds what was done since', async () => {
    await earlierDatabase(earlierRows('ada', 'article'));
    const tables = await browserTables();
    await tables.transact((tx) => tx.forget(7));
    tables.close();
    const later = await browserTables();
    expect(await later.transact((tx) => tx.waiting('ada'))).toMatchObject([{ seq: 9 }]);
    later.close();
  });

  test('stay as they are where the move fails, and are moved by the next page', async () => {
    (await earlierDatabase(earlierRows('ada', 'article'))).close();
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function failing(...given) {
      if (this.name === 'layers') throw new DOMException('It is full.', 'QuotaExceededError');
      return put.apply(this, given);
    };
    await expect(browserTables()).rejects.toThrow();
    IDBObjectStore.prototype.put = put;
    const tables = await browserTables();
    expect(await tables.transact((tx) => tx.waiting('ada'))).toHaveLength(2);
    tables.close();
  });

  test('that have today’s names already keep their rows', async () => {
    const opened = await openDB(databaseName, 1, {
      upgrade(database) {
        const changes = database.createObjectStore('changes', { keyPath: 'seq' });
        changes.createIndex('person', ['userId', 'seq']);
        changes.createIndex('annotation', ['userId', 'annotationId', 'seq']);
        for (const name of ['refused', 'serverVersions', 'log', 'layers'])
          database.createObjectStore(name, { keyPath: ['userId', 'articleId'] });
      },
    });
    await opened.put('changes', { seq: 3, userId: 'ada', annotationId: first });
    opened.close();
    const again = await browserTables();
    expect(await again.transact((tx) => tx.waiting('ada'))).toMatchObject([{ seq: 3 }]);
    again.close();
  });

  test('reach the server, can be undone, and what was refused can be tried again', async () => {
    const seat = await aSeat('The regime said so.');
    await earlierDatabase(earlierRows(seat.analyst.userId, seat.articleId));
    const tab = await aTab(seat);
    expect(tab.shown()).toMatchObject({ canUndo: true, refused: [{ idempotencyKey: thirdKey }] });
    await saved(tab);
    const notes = [
      [first, 'one'],
      [second, 'two'],
    ];
    expect(await notesOnServer(seat)).toEqual(notes);
    tab.undo();
    await saved(tab);
    expect(await notesOnServer(seat)).toEqual(notes.slice(0, 1));
    tab.dismiss(thirdKey);
    await eventually(() => expect(tab.shown().refused).toEqual([]));
  });
});

describe('a journal of version 1', () => {
  test('is read by the next page, which sends what is in it', async () => {
    const seat = await aSeat('The regime said so.');
    const { userId } = seat.analyst;
    const { changes, log } = earlierRows(userId, seat.articleId);
    const storage = new MemoryStorage();
    const prefix = `${changesRoot}/${userId}/${v7()}`;
    for (const [at, row] of changes.entries()) {
      const { userId: _, articleId: __, ...newest } = log[at] ?? row;
      const step = { newest, ...named(['donePlace', at + 1]) };
      const item = { row: { ...row, seq: 0 }, joins: null, step };
      storage.setItem(`${prefix}/${at}`, JSON.stringify(item));
    }
    const journal = new Journal<Entry>(storage, `changes/${userId}`, null);
    const tab = await aTab(seat, { journal });
    await saved(tab);
    expect(await notesOnServer(seat)).toEqual([
      [first, 'one'],
      [second, 'two'],
    ]);
    expect(storage.length).toBe(0);
    tab.undo();
    await saved(tab);
    expect(await notesOnServer(seat)).toHaveLength(1);
  });

  test('counts among what is in the browser alone', async () => {
    const seat = await aSeat('The regime said so.');
    const { userId } = seat.analyst;
    const storage = new MemoryStorage();
    storage.setItem(`${changesRoot}/${userId}/page/1`, '{}');
    const tab = await aTab(seat);
    expect(await unsentOf(tab.outbox, storage)).toMatchObject({ waiting: 1 });
  });

  test('hands over decisions under today’s names', () => {
    const storage = new MemoryStorage();
    const earlier = named(['readings', 3], ['standing', [firstKey]]);
    const sent = { articleId: 'a', sources: [], ...earlier, take: [first] };
    const decision = { id: firstKey, outcome: [], ...named(['deed', 'take']) };
    const relation = named(['stands', true]);
    const items = [
      { do: 'decide', decisionId: firstKey, placeId: first, sent, choice: {}, decision },
      { do: 'decide', decisionId: secondKey, placeId: null, sent: { relation } },
      { do: 'withdraw', decisionId: thirdKey, placeId: null },
      { do: 'withdraw', decisionId: thirdKey, passageId: second },
    ];
    for (const [at, item] of items.entries())
      storage.setItem(`parallax-journal/decisions/ada/a/page/${at}`, JSON.stringify(item));
    const left = new Journal(storage, 'decisions/ada/a', null).left();
    expect(left.flat().map(({ item }) => item)).toEqual([
      {
        do: 'decide',
        decisionId: firstKey,
        passageId: first,
        sent: {
          articleId: 'a',
          sources: [],
          layerCount: 3,
          currentDecisions: [firstKey],
          take: [first],
        },
        choice: {},
        decision: { id: firstKey, kind: 'take', outcome: [] },
      },
      {
        do: 'decide',
        decisionId: secondKey,
        passageId: null,
        sent: { relation: { isInConsensus: true } },
      },
      { do: 'withdraw', decisionId: thirdKey, passageId: null },
      { do: 'withdraw', decisionId: thirdKey, passageId: second },
    ]);
  });
});

test('the reader’s settings are taken over, unless there are newer ones', () => {
  const storage = new MemoryStorage();
  adoptEarlierSettings(storage);
  expect(storage.length).toBe(0);
  storage.setItem('parallax-reading', '{"size":"large"}');
  adoptEarlierSettings(storage);
  expect(storage.getItem('parallax-display')).toBe('{"size":"large"}');
  storage.setItem('parallax-reading', '{"size":"small"}');
  adoptEarlierSettings(storage);
  expect(storage.getItem('parallax-display')).toBe('{"size":"large"}');
  expect(storage.getItem('parallax-reading')).toBeNull();
});
