import { followLive } from '@/components/annotate/use-work';
import { memoryTables } from '@/components/outbox/fallback-tables';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { LiveEvent } from '@/components/live/article-live';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import type { Annotation } from '@/lib/annotation/annotation';
import { aLivePage } from '@/tests/builders/a-live-page';
import type { Seat, Tab } from '@/tests/builders/an-outbox';
import { aSeat, aTab, closeAll, eventually, saved } from '@/tests/builders/an-outbox';
import { aLiveServer } from '@/tests/harness/live-line';

let server: Awaited<ReturnType<typeof aLiveServer>>;
const ends: (() => void)[] = [];

beforeEach(async () => {
  server = await aLiveServer();
});

afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await closeAll();
  await server.stop();
});

const content = (chosen: Partial<AnnotationContent> = {}): AnnotationContent => ({
  label: 'loaded_framing',
  segments: [{ start: 4, end: 10 }],
  attributes: {},
  note: '',
  confidence: null,
  ...chosen,
});

/** A browser on a machine of its own, with a live line. */
async function aDevice(seat: Seat): Promise<Tab> {
  const apart = { openTables: async () => memoryTables(), channel: null };
  const { layer } = await readArticleWorkspace(seat.analyst, seat.articleId);
  const tab = await aTab(seat, apart);
  const page = await aLivePage(server.address, seat.analyst, seat.articleId);
  ends.push(page.close, followLive(page.live, tab.outbox, tab.replica, layer?.eventCount ?? 0));
  await page.isIn('own');
  return tab;
}

const shows = (tab: Tab, annotations: Partial<Annotation>[]) =>
  eventually(() => expect(tab.shown().annotations).toMatchObject(annotations));

test('what is done on one device shows on the other: made, changed, removed, undone', async () => {
  const seat = await aSeat('The regime said so.');
  const [desktop, phone] = [await aDevice(seat), await aDevice(seat)];
  const id = phone.add(content());
  await shows(desktop, [{ id, label: 'loaded_framing', version: 1 }]);
  desktop.change(id, { label: 'direct_quote' });
  await shows(phone, [{ id, label: 'direct_quote', version: 2 }]);
  expect(phone.undo()?.message).toMatch(/^Left out, since it was changed elsewhere/);
  await saved(desktop);
  desktop.undo();
  await shows(phone, [{ id, label: 'loaded_framing', version: 3 }]);
  phone.remove(id);
  await shows(desktop, []);
  phone.undo();
  await shows(desktop, [{ id, label: 'loaded_framing', version: 5 }]);
});

test('what waits stays shown over what arrives; the change is refused, and the input is kept', async () => {
  const seat = await aSeat('The regime said so.');
  const [desktop, phone] = [await aDevice(seat), await aDevice(seat)];
  const id = phone.add(content());
  await shows(desktop, [{ id, version: 1 }]);
  desktop.change(id, { note: 'from my desk' });
  phone.change(id, { label: 'direct_quote' });
  await saved(phone);
  await eventually(() => expect(desktop.replica.server.get(id)?.version).toBe(2));
  expect(desktop.shown().annotations).toMatchObject([{ note: 'from my desk' }]);
  await saved(desktop);
  expect(desktop.shown().refused).toMatchObject([{ content: { note: 'from my desk' } }]);
  await shows(desktop, [{ id, label: 'direct_quote', note: '', version: 2 }]);
});

test('submitting on one device closes the layer on the other', async () => {
  const seat = await aSeat('The regime said so.');
  const [desktop, phone] = [await aDevice(seat), await aDevice(seat)];
  const id = phone.add(content());
  await shows(desktop, [{ id }]);
  await phone.submit();
  await eventually(() => expect(desktop.shown().layerState).toBe('submitted'));
  expect(() => desktop.remove(id)).toThrow('submitted');
  await phone.reopen();
  await eventually(() => expect(desktop.shown().layerState).toBe('open'));
});

test('one’s own changes, received again, change nothing', async () => {
  const seat = await aSeat('The regime said so.');
  const desktop = await aDevice(seat);
  const phone = await aDevice(seat);
  const id = desktop.add(content());
  await saved(desktop);
  const [painted] = desktop.shown().annotations;
  await shows(phone, [{ id }]);
  await eventually(() => expect(desktop.replica.server.get(id)?.version).toBe(1));
  expect(desktop.shown().annotations[0]).toBe(painted);
});

test('after a gap, after a break and when asked to, the layer is read again', async () => {
  const seat = await aSeat('The regime said so.');
  const tab = await aTab(seat);
  let emit = (_: LiveEvent): void => undefined;
  const listen = (listener: typeof emit) => {
    emit = listener;
    return () => undefined;
  };
  ends.push(followLive({ listen }, tab.outbox, tab.replica, 0));
  const id = tab.add(content());
  await saved(tab);
  const layerId = tab.replica.layerId ?? '';
  const reads = () =>
    seat.line.reached.filter((asked) => asked.startsWith('GET') && asked.includes('/annotations?'));
  const changesEvent = (before: number, eventCount: number, isComplete = true): LiveEvent => {
    const put = isComplete ? tab.shown().annotations.slice() : [];
    const offsetUnit = 'utf-16' as const;
    const message = {
      kind: 'changes' as const,
      layerId,
      before,
      eventCount,
      put,
      removed: [],
      offsetUnit,
    };
    return { kind: 'message', channel: 'own', message };
  };
  emit(changesEvent(0, 1));
  // The later first: no gap, once the earlier has come.
  emit(changesEvent(2, 3));
  emit(changesEvent(1, 2));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(reads()).toHaveLength(0);
  emit(changesEvent(5, 6));
  await eventually(() => expect(reads()).toHaveLength(1));
  emit(changesEvent(6, 900, false));
  await eventually(() => expect(reads()).toHaveLength(2));
  emit({ kind: 'message', channel: 'own', message: { kind: 'reread' } });
  await eventually(() => expect(reads()).toHaveLength(3));
  emit({ kind: 'joined', channel: 'own' });
  await eventually(() => expect(reads()).toHaveLength(4));
  emit({ kind: 'message', channel: 'layers', message: { kind: 'reread' } });
  emit(changesEvent(900, 901));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(reads()).toHaveLength(4);
  expect(tab.shown().annotations).toMatchObject([{ id }]);
});

test('when the line comes back, what waits is sent at once, whenever its next try would be', async () => {
  const seat = await aSeat('The regime said so.');
  const tab = await aTab(seat, { firstDelay: 3_600_000 });
  let emit: (event: LiveEvent) => void = () => undefined;
  const live = { listen: (listener: typeof emit) => ((emit = listener), () => undefined) };
  ends.push(followLive(live, tab.outbox, tab.replica, 0));
  seat.line.fate = () => 'break';
  tab.add(content());
  await eventually(() => expect(tab.shown().save).toMatchObject({ kind: 'offline', count: 1 }));
  seat.line.fate = () => 'pass';
  emit({ kind: 'joined', channel: 'own' });
  await saved(tab);
});

test('what is undone while the layer is read again is undone once', async () => {
  const seat = await aSeat('The regime said so.');
  const tab = await aTab(seat);
  const id = tab.add(content());
  tab.change(id, { label: 'direct_quote' });
  tab.change(id, { note: 'a note' });
  await saved(tab);
  const syncing = tab.outbox.sync(tab.replica, true);
  expect(tab.undo()?.message).toMatch(/^Undid/);
  await syncing;
  expect(tab.undo()?.message).toMatch(/^Undid/);
  expect(tab.shown().annotations).toMatchObject([{ id, label: 'loaded_framing', note: '' }]);
  await saved(tab);
});
