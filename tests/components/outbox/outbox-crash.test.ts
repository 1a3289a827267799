import { afterEach, expect, test } from '@jest/globals';
import type { Entry } from '@/components/outbox/persistence';
import { Journal } from '@/components/outbox/journal';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
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

test('a page that ends before the disk has its changes leaves them to the next one', async () => {
  const seat = await aSeat('The regime said so.');
  const gone = new AbortController();
  const ended = await aTab(seat, { openTables: mortalTables(gone.signal) });
  const savedId = ended.add(content);
  await saved(ended);
  gone.abort();
  ended.change(savedId, { label: 'direct_quote' });
  const id = ended.add({ ...content, segments: [{ start: 11, end: 15 }] });
  ended.remove(savedId);
  ended.undo();
  expect(ended.outbox.isAtRisk).toBe(false);
  ended.close();

  const next = await aTab(seat);
  const labels = { [savedId]: 'direct_quote', [id]: 'loaded_framing' };
  const shown = () => next.shown().annotations.map(({ id: each, label }) => [each, label]);
  expect(Object.fromEntries(shown())).toEqual(labels);
  await saved(next);
  expect(next.shown()).toMatchObject({ refused: [], canUndo: true, canRedo: true });
  const { annotations } = await readArticleWorkspace(seat.analyst, seat.articleId);
  expect(annotations.map(({ id: each, version }) => [each, version])).toEqual([
    [savedId, 4],
    [id, 1],
  ]);
  const later = await aTab(seat);
  expect(later.shown().save).toEqual({ kind: 'saved' });
});

test('what arrived on the disk after all is not done twice', async () => {
  const seat = await aSeat('The regime said so.');
  seat.line.fate = () => 'break';
  const storage = new MemoryStorage();
  const unforgetting = new Journal<Entry>(storage, 'changes', null);
  unforgetting.forget = () => undefined;
  const ended = await aTab(seat, { journal: unforgetting });
  const id = ended.add(content);
  for (const note of ['w', 'wh', 'why']) ended.change(id, { note });
  await eventually(() => expect(ended.shown().save.kind).toBe('offline'));
  ended.close();

  const journal = new Journal<Entry>(storage, 'changes', null);
  const next = await aTab(seat, { journal });
  expect(next.shown()).toMatchObject({ annotations: [{ id, note: 'why' }] });
  expect(journal.left()).toEqual([]);
  seat.line.fate = () => 'pass';
  await saved(next);
  expect(next.shown()).toMatchObject({ annotations: [{ note: 'why', version: 2 }], refused: [] });
});
