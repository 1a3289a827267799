import { listAnnotations, putAnnotation, removeAnnotation } from '@/lib/annotation/annotations';
import { openMyLayer } from '@/lib/annotation/layers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import { readHistory } from '@/lib/annotation/read-history';
import { aPerson } from '@/tests/builders/a-person';
import type { Fate } from '@/tests/builders/a-line';
import type { Seat } from '@/tests/builders/an-outbox';
import { aSeat, aTab, closeAll, eventually, saved } from '@/tests/builders/an-outbox';
import { aPut } from '@/tests/builders/an-annotation';

afterEach(closeAll);

const text = 'The 😀 regime said so, critics say. Nobody knows why.';

const content = (chosen: Partial<AnnotationContent> = {}): AnnotationContent => ({
  label: 'loaded_framing',
  segments: [{ start: 7, end: 13 }],
  attributes: {},
  note: '',
  confidence: null,
  ...chosen,
});

async function onServer({ analyst, articleId }: Seat) {
  const { layer } = await openMyLayer(analyst, articleId);
  const page = await listAnnotations(analyst, layer.id, { limit: 1000, offsetUnit: 'utf-16' });
  return page.items.map(({ id, label, note, version }) => ({ id, label, note, version }));
}

async function versions({ analyst }: Seat, annotationId: string) {
  const page = await readHistory(analyst, annotationId, { limit: 100, offsetUnit: 'utf-16' });
  return page.items.map(({ version, kind, note }) => ({ version, kind, note }));
}

describe('a change', () => {
  test('is painted at once, and saved only when the server has it', async () => {
    const seat = await aSeat(text);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    seat.line.fate = async (method): Promise<Fate> => {
      if (method === 'PUT') await held;
      return 'pass';
    };
    const tab = await aTab(seat);
    const id = tab.add(content({ segments: [{ start: 6, end: 14 }] }));
    expect(tab.shown().annotations).toMatchObject([
      { id, quote: 'regime', segments: [{ start: 7, end: 13 }], prefix: 'The 😀 ', version: 0 },
    ]);
    expect(tab.shown().save).toEqual({ kind: 'saving', count: 1 });
    release();
    await saved(tab);
    expect(await onServer(seat)).toMatchObject([{ id, version: 1 }]);
    expect(tab.shown().annotations).toMatchObject([{ id, version: 1 }]);
  });

  test('opens the layer, and nothing else does', async () => {
    const seat = await aSeat(text);
    const tab = await aTab(seat);
    await tab.outbox.sync(tab.replica, true);
    expect(seat.line.reached).toEqual([]);
    tab.add(content());
    await saved(tab);
    expect(seat.line.reached[1]).toBe(`PUT /api/v1/articles/${seat.articleId}/layers/mine`);
  });

  test('refuses with a message what cannot be annotated, and shows nothing', async () => {
    const seat = await aSeat(text);
    const tab = await aTab(seat);
    expect(() => tab.add(content({ segments: [{ start: 5, end: 6 }] }))).toThrow(
      'The start lies inside a character.',
    );
    expect(() => tab.add(content({ segments: [{ start: 3, end: 4 }] }))).toThrow('white space');
    expect(tab.shown()).toMatchObject({ annotations: [], save: { kind: 'saved' } });
  });

  test('keeps the identity of what it does not touch, in order', async () => {
    const seat = await aSeat(text);
    const tab = await aTab(seat);
    const late = tab.add(content({ segments: [{ start: 23, end: 30 }] }));
    const untouched = tab.shown().annotations[0];
    const early = tab.add(content());
    expect(tab.shown().annotations.map(({ id }) => id)).toEqual([early, late]);
    expect(tab.shown().annotations[1]).toBe(untouched);
    expect(tab.shown()).toBe(tab.shown());
  });

  test('typed in one go is one version; a removal after it comes after it', async () => {
    const seat = await aSeat(text);
    const tab = await aTab(seat);
    const id = tab.add(content());
    await saved(tab);
    for (const note of ['w', 'wh', 'why']) tab.change(id, { note });
    expect(tab.shown().annotations).toMatchObject([{ id, note: 'why' }]);
    tab.remove(id);
    await saved(tab);
    expect(await versions(seat, id)).toEqual([
      { version: 1, kind: 'put', note: '' },
      { version: 2, kind: 'put', note: 'why' },
      { version: 3, kind: 'remove', note: 'why' },
    ]);
    expect(tab.shown().annotations).toEqual([]);
  });
});

test('what is on its way to the server is never changed: further typing is a change of its own', async () => {
  const seat = await aSeat(text);
  const tab = await aTab(seat);
  const id = tab.add(content());
  await saved(tab);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let isHeld = false;
  seat.line.fate = async (): Promise<Fate> => {
    isHeld = true;
    await held;
    return 'pass';
  };
  tab.change(id, { note: 'w' });
  void tab.outbox.sender.attempt(true);
  await eventually(() => expect(isHeld).toBe(true));
  tab.change(id, { note: 'why' });
  await eventually(() => expect(tab.outbox.isAtRisk).toBe(false));
  release();
  await saved(tab);
  expect(tab.shown()).toMatchObject({ annotations: [{ note: 'why', version: 3 }], refused: [] });
  expect((await versions(seat, id)).map(({ note }) => note)).toEqual(['', 'w', 'why']);
  tab.undo();
  expect(tab.shown().annotations).toMatchObject([{ note: '' }]);
});

describe('a line that breaks', () => {
  test('keeps changes over a reload, and counts those that wait', async () => {
    const seat = await aSeat(text);
    seat.line.fate = () => 'break';
    const before = await aTab(seat);
    const id = before.add(content());
    before.change(id, { label: 'direct_quote' });
    await eventually(() => expect(before.shown().save).toEqual({ kind: 'offline', count: 2 }));
    before.close();
    const after = await aTab(seat);
    expect(after.shown()).toMatchObject({
      annotations: [{ id, label: 'direct_quote' }],
      canUndo: true,
    });
    seat.line.fate = () => 'pass';
    await saved(after);
    expect(await onServer(seat)).toEqual([{ id, label: 'direct_quote', note: '', version: 2 }]);
  });

  test('after the commit makes the change once', async () => {
    const seat = await aSeat(text);
    let broken = 0;
    seat.line.fate = (method, path) =>
      method !== 'GET' && path.includes('/annotations/') && broken++ < 2 ? 'break-after' : 'pass';
    const tab = await aTab(seat);
    const id = tab.add(content());
    await saved(tab);
    expect(broken).toBeGreaterThan(2);
    expect(await versions(seat, id)).toEqual([{ version: 1, kind: 'put', note: '' }]);
  });

  test.each([
    [429, undefined],
    [500, undefined],
    [503, 'database-away'],
    [507, 'disk-full'],
  ])(
    'a server that answers %i is retried, and the reason is shown: %s',
    async (status, trouble) => {
      const seat = await aSeat(text);
      let answers = 0;
      seat.line.fate = () => (answers++ < 3 ? { status, retryAfter: 0 } : 'pass');
      const tab = await aTab(seat);
      const id = tab.add(content());
      await eventually(() =>
        expect(tab.shown().save).toEqual({ kind: 'offline', count: 1, trouble }),
      );
      await saved(tab);
      expect(await onServer(seat)).toMatchObject([{ id }]);
    },
  );

  test('one change that the server breaks on does not hold up the others', async () => {
    const seat = await aSeat(text);
    const tab = await aTab(seat);
    const [poison, fine] = [tab.add(content()), tab.add(content({ note: 'fine' }))];
    seat.line.fate = (_, path) => (path.endsWith(poison) ? { status: 500 } : 'pass');
    await eventually(async () => expect(await onServer(seat)).toMatchObject([{ id: fine }]));
    await eventually(() => expect(tab.shown().save).toMatchObject({ count: 1 }));
  });
});

describe('who is signed in', () => {
  test('nobody: changes wait for their author', async () => {
    const seat = await aSeat(text);
    const tab = await aTab(seat);
    seat.line.signedIn = null;
    const id = tab.add(content());
    await eventually(() => expect(tab.shown().save).toEqual({ kind: 'signed-out', count: 1 }));
    seat.line.signedIn = seat.analyst;
    await saved(tab);
    expect(await onServer(seat)).toMatchObject([{ id }]);
  });

  test.each([true, false])(
    'somebody else: nothing is done in their name (layer open before: %s)',
    async (isOpen) => {
      const seat = await aSeat(text);
      if (isOpen) await openMyLayer(seat.analyst, seat.articleId);
      const tab = await aTab(seat);
      seat.line.signedIn = await aPerson();
      tab.add(content());
      await eventually(() => expect(tab.shown().save).toEqual({ kind: 'signed-out', count: 1 }));
      expect(tab.shown().refused).toEqual([]);
      const other = await aTab({ ...seat, analyst: seat.analyst }, { userId: v7() });
      expect(other.shown()).toMatchObject({ annotations: [], warning: /somebody else/ });
    },
  );
});

describe('a refusal', () => {
  test('hides the change, keeps the input, and delays nothing else', async () => {
    const seat = await aSeat(text);
    const tab = await aTab(seat);
    const bad = tab.add(content({ label: 'gone', note: 'my thought' }));
    const good = tab.add(content());
    await saved(tab);
    expect(tab.shown().annotations.map(({ id }) => id)).toEqual([good]);
    const [refused] = tab.shown().refused;
    expect(refused).toMatchObject({
      annotationId: bad,
      kind: 'put',
      content: { note: 'my thought' },
    });
    expect(refused?.why).toContain('no label “gone”');
    expect(tab.undo()).toMatchObject({ annotationId: good });
    await saved(tab);
    expect(tab.shown().canUndo).toBe(false);

    const again = await aTab(seat);
    expect(again.shown().refused).toMatchObject([{ annotationId: bad }]);
    again.dismiss(refused?.idempotencyKey ?? '');
    await eventually(() => expect(tab.shown().refused).toEqual([]));
  });

  test('a change that is refused leaves what was there; the next one is tried on its own', async () => {
    const seat = await aSeat(text);
    const tab = await aTab(seat);
    const id = tab.add(content());
    await saved(tab);
    tab.change(id, { label: 'gone' });
    tab.change(id, { label: 'direct_quote' });
    await saved(tab);
    expect(tab.shown().annotations).toMatchObject([{ id, label: 'direct_quote', version: 2 }]);
    tab.change(id, { label: 'gone' });
    await saved(tab);
    expect(tab.shown().annotations).toMatchObject([{ id, label: 'direct_quote' }]);
  });

  test('changed on another device meanwhile: nothing is overwritten, both can be read', async () => {
    const seat = await aSeat(text);
    const tab = await aTab(seat);
    const id = tab.add(content());
    await saved(tab);
    const { layer } = await openMyLayer(seat.analyst, seat.articleId);
    const elsewhere = aPut({ ...content({ note: 'from my phone' }), offsetUnit: 'utf-16' });
    await putAnnotation(seat.analyst, layer.id, id, elsewhere, {
      ifMatch: 1,
      idempotencyKey: null,
    });
    tab.change(id, { label: 'direct_quote' });
    tab.change(id, { note: 'from my desk' });
    await saved(tab);
    await eventually(() =>
      expect(tab.shown().annotations).toMatchObject([{ note: 'from my phone', version: 2 }]),
    );
    const [refused] = tab.shown().refused;
    expect(refused).toMatchObject({ content: { note: 'from my desk', label: 'direct_quote' } });
    tab.retry(refused?.idempotencyKey ?? '');
    await saved(tab);
    await eventually(() => expect(tab.shown().refused).toEqual([]));
    expect(await onServer(seat)).toMatchObject([{ note: 'from my desk', version: 3 }]);
  });

  test('removed on another device meanwhile: done again, it is there again', async () => {
    const seat = await aSeat(text);
    const tab = await aTab(seat);
    const id = tab.add(content());
    await saved(tab);
    const { layer } = await openMyLayer(seat.analyst, seat.articleId);
    await removeAnnotation(seat.analyst, layer.id, id, { ifMatch: 1, idempotencyKey: null });
    tab.change(id, { note: 'from my desk' });
    await eventually(() => expect(tab.shown()).toMatchObject({ annotations: [], refused: [{}] }));
    tab.retry(tab.shown().refused[0]?.idempotencyKey ?? '');
    await saved(tab);
    await eventually(() => expect(tab.shown().refused).toEqual([]));
    expect(await onServer(seat)).toMatchObject([{ note: 'from my desk', version: 3 }]);
  });
});
