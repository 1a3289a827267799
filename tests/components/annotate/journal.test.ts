import { afterEach, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { journalIn } from '@/components/annotate/outbox/journal';
import type { Entry } from '@/components/annotate/outbox/journal';
import { readDesk } from '@/lib/annotation/read-desk';
import { aSeat, aTab, closeAll, eventually, mortalTables, saved } from '@/tests/builders/an-outbox';
import { MemoryStorage } from '@/tests/harness/memory-storage';

afterEach(closeAll);

const content = {
  label: 'loaded_framing',
  segments: [{ start: 4, end: 10 }],
  attributes: {},
  note: 'why 😀',
  confidence: null,
};

const anEntry = (page: string): Entry => ({
  page,
  row: {
    seq: 0,
    userId: 'ada',
    articleId: 'fog',
    annotationId: v7(),
    deedId: v7(),
    deed: 'put',
    content,
    quote: 'regime',
    expects: 0,
    sent: false,
    quietUntil: 0,
    at: '2026-11-26T07:00:00.000Z',
  },
  joins: null,
  step: { donePlace: 1, newest: null },
});

test('tells page by page, in order, what is not forgotten, and only to its person', () => {
  const storage = new MemoryStorage();
  const journal = journalIn(storage, 'ada');
  const [first, other, second, third] = ['one', 'two', 'one', 'one'].map(anEntry);
  if (!first || !other || !second || !third) throw new Error('There are four.');
  for (const entry of [second, other, third, first]) expect(journal.jot(entry)).toBe(true);
  journal.forget(third.row.deedId);
  expect(journal.left()).toEqual([[first, second], [other]]);
  expect(journalIn(storage, 'ad').left()).toEqual([]);
});

test('says where the browser takes no more, and what was not written is not there', () => {
  const full = new MemoryStorage();
  full.setItem = () => {
    throw new DOMException('It is full.', 'QuotaExceededError');
  };
  const journal = journalIn(full, 'ada');
  expect(journal.jot(anEntry('one'))).toBe(false);
  expect(journal.left()).toEqual([]);
});

test('a page that ends before the disk has its deeds leaves them to the next one', async () => {
  const seat = await aSeat('The regime said so.');
  const gone = new AbortController();
  const ended = await aTab(seat, { openTables: mortalTables(gone.signal) });
  const kept = ended.add(content);
  await saved(ended);
  gone.abort();
  ended.change(kept, { label: 'direct_quote' });
  const id = ended.add({ ...content, segments: [{ start: 11, end: 15 }] });
  ended.remove(kept);
  ended.undo();
  expect(ended.outbox.isAtRisk).toBe(false);
  ended.close();

  const next = await aTab(seat);
  const labels = { [kept]: 'direct_quote', [id]: 'loaded_framing' };
  const shown = () => next.shown().annotations.map(({ id: each, label }) => [each, label]);
  expect(Object.fromEntries(shown())).toEqual(labels);
  await saved(next);
  expect(next.shown()).toMatchObject({ refused: [], canUndo: true, canRedo: true });
  const { annotations } = await readDesk(seat.analyst, seat.articleId);
  expect(annotations.map(({ id: each, version }) => [each, version])).toEqual([
    [kept, 4],
    [id, 1],
  ]);
  const later = await aTab(seat);
  expect(later.shown().save).toEqual({ kind: 'saved' });
});

test('what arrived on the disk after all is not done twice', async () => {
  const seat = await aSeat('The regime said so.');
  seat.line.fate = () => 'break';
  const storage = new MemoryStorage();
  const journal = journalIn(storage, seat.analyst.userId);
  const ended = await aTab(seat, { journal: { ...journal, forget: () => undefined } });
  const id = ended.add(content);
  for (const note of ['w', 'wh', 'why']) ended.change(id, { note });
  await eventually(() => expect(ended.shown().save.kind).toBe('offline'));
  ended.close();

  const next = await aTab(seat, { journal });
  expect(next.shown()).toMatchObject({ annotations: [{ id, note: 'why' }] });
  expect(journal.left()).toEqual([]);
  seat.line.fate = () => 'pass';
  await saved(next);
  expect(next.shown()).toMatchObject({ annotations: [{ note: 'why', version: 2 }], refused: [] });
});
