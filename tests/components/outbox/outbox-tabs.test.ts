import { openMyLayer } from '@/lib/annotation/layers';
import { putAnnotation, removeAnnotation } from '@/lib/annotation/annotations';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import { readHistory } from '@/lib/annotation/read-history';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import type { Seat } from '@/tests/builders/an-outbox';
import { aSeat, aTab, closeAll, eventually, saved } from '@/tests/builders/an-outbox';
import { aPut } from '@/tests/builders/an-annotation';

afterEach(closeAll);

const content = (chosen: Partial<AnnotationContent> = {}): AnnotationContent => ({
  label: 'loaded_framing',
  segments: [{ start: 4, end: 10 }],
  attributes: {},
  note: '',
  confidence: null,
  ...chosen,
});
const free = { ifMatch: null, idempotencyKey: null };

async function historyOf({ analyst }: Seat, annotationId: string) {
  const page = await readHistory(analyst, annotationId, { limit: 100, offsetUnit: 'utf-16' });
  return page.items.map(({ kind, label }) => `${kind} ${label}`);
}

describe('undo and redo', () => {
  test('undo and redo every change, each as a change of its own', async () => {
    const seat = await aSeat('The regime said so.');
    const tab = await aTab(seat);
    const id = tab.add(content());
    tab.change(id, { label: 'direct_quote' });
    tab.remove(id);
    expect(tab.undo()?.message).toBe('Undid: removal of direct_quote on “regime”');
    expect(tab.undo()?.message).toBe('Undid: loaded_framing to direct_quote on “regime”');
    expect(tab.shown().annotations).toMatchObject([{ id, label: 'loaded_framing' }]);
    expect(tab.undo()).toEqual({ annotationId: id, message: 'Undid: loaded_framing on “regime”' });
    expect(tab.undo()).toBeNull();
    expect(tab.redo()?.message).toBe('Redid: loaded_framing on “regime”');
    await saved(tab);
    expect(tab.shown()).toMatchObject({
      annotations: [{ id, label: 'loaded_framing' }],
      canUndo: true,
      canRedo: true,
    });
    const put = (label: string) => `put ${label}`;
    expect(await historyOf(seat, id)).toEqual([
      put('loaded_framing'),
      put('direct_quote'),
      'remove direct_quote',
      put('direct_quote'),
      put('loaded_framing'),
      'remove loaded_framing',
      put('loaded_framing'),
    ]);
  });

  test('go on after a reload', async () => {
    const seat = await aSeat('The regime said so.');
    const before = await aTab(seat);
    const id = before.add(content());
    before.change(id, { label: 'direct_quote' });
    before.undo();
    await saved(before);
    before.close();
    const after = await aTab(seat);
    expect(after.redo()?.message).toBe('Redid: loaded_framing to direct_quote on “regime”');
    expect(after.redo()).toBeNull();
    after.undo();
    after.undo();
    await saved(after);
    expect((await readArticleWorkspace(seat.analyst, seat.articleId)).annotations).toEqual([]);
  });

  test('leave out what was changed on another device', async () => {
    const seat = await aSeat('The regime said so.');
    const tab = await aTab(seat);
    const id = tab.add(content());
    await saved(tab);
    const { layer } = await openMyLayer(seat.analyst, seat.articleId);
    await putAnnotation(seat.analyst, layer.id, id, aPut({ note: 'from my phone' }), free);
    await tab.outbox.sync(tab.replica, true);
    expect(tab.undo()?.message).toBe(
      'Left out, since it was changed elsewhere: loaded_framing on “regime”',
    );
    expect(tab.shown()).toMatchObject({
      annotations: [{ id, note: 'from my phone' }],
      canUndo: false,
      save: { kind: 'saved' },
    });
  });
});

describe('two tabs', () => {
  test('show each other’s changes, log and save state', async () => {
    const seat = await aSeat('The regime said so.');
    const [one, other] = [await aTab(seat), await aTab(seat)];
    seat.line.fate = () => 'break';
    const id = one.add(content());
    await eventually(() =>
      expect(other.shown()).toMatchObject({
        annotations: [{ id }],
        save: { kind: 'offline', count: 1 },
        canUndo: true,
      }),
    );
    other.change(id, { label: 'direct_quote' });
    seat.line.fate = () => 'pass';
    await saved(one);
    await saved(other);
    for (const tab of [one, other])
      expect(tab.shown().annotations).toMatchObject([{ id, label: 'direct_quote', version: 2 }]);
    one.undo();
    await eventually(() =>
      expect(other.shown().annotations).toMatchObject([{ label: 'loaded_framing' }]),
    );
  });

  test('send one at a time where the browser has locks', async () => {
    const seat = await aSeat('The regime said so.');
    const waves: string[] = [];
    let last: Promise<unknown> = Promise.resolve();
    const locks = {
      request: (name: string, _options: LockOptions, hold: () => Promise<unknown>) => {
        const held = last.then(async () => {
          waves.push(`${name} taken`);
          await hold();
          waves.push('given back');
        });
        last = held.catch(() => undefined);
        return held;
      },
    } as unknown as LockManager;
    const [one, other] = [await aTab(seat, { locks }), await aTab(seat, { locks })];
    const ids = [one.add(content()), other.add(content()), one.add(content())];
    await saved(one);
    await saved(other);
    expect(waves.length).toBeGreaterThan(0);
    const taken = `parallax-outbox-${seat.analyst.userId} taken`;
    expect(waves.every((word, at) => word === (at % 2 === 0 ? taken : 'given back'))).toBe(true);
    const puts = seat.line.reached.filter((asked) => asked.includes('/annotations/'));
    expect(puts.map((asked) => asked.slice(-36)).sort()).toEqual(ids.sort());
  });

  test('a tab that slept through it all finds out when it looks', async () => {
    const seat = await aSeat('The regime said so.');
    const [awake, asleep] = [await aTab(seat), await aTab(seat, { channel: null })];
    const id = awake.add(content());
    await saved(awake);
    expect(asleep.shown().annotations).toEqual([]);
    await asleep.outbox.sync(asleep.replica, false);
    expect(asleep.shown()).toMatchObject({ annotations: [{ id, version: 1 }], canUndo: true });
  });

  test('a page that loads while a removal arrives can take it back', async () => {
    const seat = await aSeat('The regime said so.');
    const before = await aTab(seat);
    const id = before.add(content());
    await saved(before);
    const after = await aTab(seat, { channel: null });
    before.remove(id);
    await saved(before);
    await after.outbox.sync(after.replica, false);
    expect(after.shown().annotations).toEqual([]);
    expect(after.undo()?.message).toBe('Undid: removal of loaded_framing on “regime”');
    await saved(after);
    expect(after.shown()).toMatchObject({ annotations: [{ id, version: 3 }], refused: [] });
  });
});

describe('another device', () => {
  test('is taken in when the page looks: made, changed, removed', async () => {
    const seat = await aSeat('The regime said so.');
    const tab = await aTab(seat);
    const [gone, changed] = [tab.add(content()), tab.add(content())];
    await saved(tab);
    const { layer } = await openMyLayer(seat.analyst, seat.articleId);
    await removeAnnotation(seat.analyst, layer.id, gone, free);
    await putAnnotation(seat.analyst, layer.id, changed, aPut({ note: 'new' }), free);
    await tab.outbox.sync(tab.replica, true);
    expect(tab.shown().annotations).toMatchObject([{ id: changed, note: 'new', version: 2 }]);
  });
});

describe('submitting', () => {
  test('saves first, then takes no more changes until it is reopened', async () => {
    const seat = await aSeat('The regime said so.');
    const tab = await aTab(seat);
    const id = tab.add(content());
    tab.change(id, { note: 'still typing' });
    await tab.submit();
    expect(tab.shown()).toMatchObject({ layerState: 'submitted', save: { kind: 'saved' } });
    expect(tab.shown().canUndo).toBe(false);
    expect(() => tab.remove(id)).toThrow('submitted');
    expect(tab.undo()).toBeNull();
    const workspace = await readArticleWorkspace(seat.analyst, seat.articleId);
    expect(workspace).toMatchObject({
      layer: { state: 'submitted' },
      annotations: [{ note: 'still typing' }],
    });
    await tab.reopen();
    expect(tab.shown()).toMatchObject({ layerState: 'open', canUndo: true });
  });

  test('an article without annotations can be submitted', async () => {
    const seat = await aSeat('The regime said so.');
    const tab = await aTab(seat);
    await tab.submit();
    expect(tab.shown().layerState).toBe('submitted');
  });

  test('waits for what is not saved, and says so', async () => {
    const seat = await aSeat('The regime said so.');
    const tab = await aTab(seat);
    seat.line.fate = () => 'break';
    tab.add(content());
    await expect(tab.submit()).rejects.toThrow('1 change waiting.');
    expect(tab.shown().layerState).toBe('open');
    seat.line.fate = () => 'pass';
    await saved(tab);
    tab.add(content({ label: 'gone' }));
    await expect(tab.submit()).rejects.toThrow('Some changes were refused');
  });
});

describe('a browser that stores nothing', () => {
  test('still sends, and says what is at risk', async () => {
    const seat = await aSeat('The regime said so.');
    seat.line.fate = () => 'break';
    const none = () => Promise.reject(new DOMException('no', 'SecurityError'));
    const tab = await aTab(seat, { openTables: none });
    expect(tab.shown().warning).toMatch(/cannot store your changes on disk/);
    const id = tab.add(content());
    tab.change(id, { label: 'direct_quote' });
    await eventually(() => expect(tab.shown().save).toEqual({ kind: 'offline', count: 2 }));
    expect(tab.outbox.isAtRisk).toBe(true);
    seat.line.fate = () => 'pass';
    await saved(tab);
    expect(tab.outbox.isAtRisk).toBe(false);
    expect((await readArticleWorkspace(seat.analyst, seat.articleId)).annotations).toMatchObject([
      { id, label: 'direct_quote', version: 2 },
    ]);
  });

  test('also when the disk fills up in the middle', async () => {
    const seat = await aSeat('The regime said so.');
    let isFull = false;
    const { browserTables } = await import('@/components/outbox/browser-tables');
    const openTables = async () => {
      const tables = await browserTables();
      const transact: typeof tables.transact = (work) =>
        isFull
          ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
          : tables.transact(work);
      return { ...tables, transact };
    };
    seat.line.fate = () => 'break';
    const tab = await aTab(seat, { openTables });
    const first = tab.add(content());
    await eventually(() => expect(tab.shown().save.kind).toBe('offline'));
    isFull = true;
    const second = tab.add(content({ note: 'more' }));
    seat.line.fate = () => 'pass';
    await saved(tab);
    expect(tab.shown().warning).toMatch(/cannot store your changes on disk/);
    const workspace = await readArticleWorkspace(seat.analyst, seat.articleId);
    expect(workspace.annotations.map(({ id, version }) => [id, version])).toEqual([
      [first, 1],
      [second, 1],
    ]);
  });
});
