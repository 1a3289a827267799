import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { followLive } from '@/components/annotate/outbox/follow-live';
import { memoryTables } from '@/components/annotate/outbox/memory-tables';
import type { LiveEvent } from '@/components/live/article-live';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import { readDesk } from '@/lib/annotation/read-desk';
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
  const { layer } = await readDesk(seat.analyst, seat.articleId);
  const tab = await aTab(seat, apart);
  const page = await aLivePage(server.address, seat.analyst, seat.articleId);
  ends.push(page.close, followLive(page.live, tab.outbox, tab.shelf, layer?.deedCount ?? 0));
  await page.isIn('own');
  return tab;
}

const shows = (tab: Tab, annotations: Partial<Annotation>[]) =>
  eventually(() => expect(tab.shown().annotations).toMatchObject(annotations));

test('what is done on one device shows on the other: made, changed, removed, undone', async () => {
  const seat = await aSeat('The regime said so.');
  const [desk, phone] = [await aDevice(seat), await aDevice(seat)];
  const id = phone.add(content());
  await shows(desk, [{ id, label: 'loaded_framing', version: 1 }]);
  desk.change(id, { label: 'direct_quote' });
  await shows(phone, [{ id, label: 'direct_quote', version: 2 }]);
  expect(phone.undo()?.words).toMatch(/^Left out, since it was changed elsewhere/);
  await saved(desk);
  desk.undo();
  await shows(phone, [{ id, label: 'loaded_framing', version: 3 }]);
  phone.remove(id);
  await shows(desk, []);
  phone.undo();
  await shows(desk, [{ id, label: 'loaded_framing', version: 5 }]);
});

test('what waits stays painted over what is told; the deed is refused, and what was typed is kept', async () => {
  const seat = await aSeat('The regime said so.');
  const [desk, phone] = [await aDevice(seat), await aDevice(seat)];
  const id = phone.add(content());
  await shows(desk, [{ id, version: 1 }]);
  desk.change(id, { note: 'from my desk' });
  phone.change(id, { label: 'direct_quote' });
  await saved(phone);
  await eventually(() => expect(desk.shelf.told.get(id)?.version).toBe(2));
  expect(desk.shown().annotations).toMatchObject([{ note: 'from my desk' }]);
  await saved(desk);
  expect(desk.shown().refused).toMatchObject([{ content: { note: 'from my desk' } }]);
  await shows(desk, [{ id, label: 'direct_quote', note: '', version: 2 }]);
});

test('submitting on one device closes the layer on the other', async () => {
  const seat = await aSeat('The regime said so.');
  const [desk, phone] = [await aDevice(seat), await aDevice(seat)];
  const id = phone.add(content());
  await shows(desk, [{ id }]);
  await phone.submit();
  await eventually(() => expect(desk.shown().layerState).toBe('submitted'));
  expect(() => desk.remove(id)).toThrow('submitted');
  await phone.reopen();
  await eventually(() => expect(desk.shown().layerState).toBe('open'));
});

test('one’s own deeds, told back, paint nothing anew', async () => {
  const seat = await aSeat('The regime said so.');
  const desk = await aDevice(seat);
  const phone = await aDevice(seat);
  const id = desk.add(content());
  await saved(desk);
  const [painted] = desk.shown().annotations;
  await shows(phone, [{ id }]);
  await eventually(() => expect(desk.shelf.told.get(id)?.version).toBe(1));
  expect(desk.shown().annotations[0]).toBe(painted);
});

test('after a gap, after a break and when asked to, the layer is read again', async () => {
  const seat = await aSeat('The regime said so.');
  const tab = await aTab(seat);
  let tell = (_: LiveEvent): void => undefined;
  const listen = (listener: typeof tell) => {
    tell = listener;
    return () => undefined;
  };
  ends.push(followLive({ listen }, tab.outbox, tab.shelf, 0));
  const id = tab.add(content());
  await saved(tab);
  const layerId = tab.shelf.layerId ?? '';
  const reads = () =>
    seat.line.reached.filter((asked) => asked.startsWith('GET') && asked.includes('/annotations?'));
  const deeds = (before: number, deedCount: number, told = true): LiveEvent => {
    const put = told ? tab.shown().annotations.slice() : [];
    const offsetUnit = 'utf-16' as const;
    const message = {
      kind: 'deeds' as const,
      layerId,
      before,
      deedCount,
      put,
      removed: [],
      offsetUnit,
    };
    return { kind: 'told', room: 'own', message };
  };
  tell(deeds(0, 1));
  // The later first: no gap, once the earlier has come.
  tell(deeds(2, 3));
  tell(deeds(1, 2));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(reads()).toHaveLength(0);
  tell(deeds(5, 6));
  await eventually(() => expect(reads()).toHaveLength(1));
  tell(deeds(6, 900, false));
  await eventually(() => expect(reads()).toHaveLength(2));
  tell({ kind: 'told', room: 'own', message: { kind: 'reread' } });
  await eventually(() => expect(reads()).toHaveLength(3));
  tell({ kind: 'joined', room: 'own' });
  await eventually(() => expect(reads()).toHaveLength(4));
  tell({ kind: 'told', room: 'readings', message: { kind: 'reread' } });
  tell(deeds(900, 901));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(reads()).toHaveLength(4);
  expect(tab.shown().annotations).toMatchObject([{ id }]);
});

test('when the line comes back, what waits is sent at once, whenever its next try would be', async () => {
  const seat = await aSeat('The regime said so.');
  const tab = await aTab(seat, { firstRest: 3_600_000 });
  let hear: (event: LiveEvent) => void = () => undefined;
  const live = { listen: (listener: typeof hear) => ((hear = listener), () => undefined) };
  ends.push(followLive(live, tab.outbox, tab.shelf, 0));
  seat.line.fate = () => 'break';
  tab.add(content());
  await eventually(() => expect(tab.shown().save).toMatchObject({ kind: 'offline', count: 1 }));
  seat.line.fate = () => 'pass';
  hear({ kind: 'joined', room: 'own' });
  await saved(tab);
});

test('what is undone while the layer is read again is undone once', async () => {
  const seat = await aSeat('The regime said so.');
  const tab = await aTab(seat);
  const id = tab.add(content());
  tab.change(id, { label: 'direct_quote' });
  tab.change(id, { note: 'a note' });
  await saved(tab);
  const reading = tab.outbox.sync(tab.shelf, true);
  expect(tab.undo()?.words).toMatch(/^Undid/);
  await reading;
  expect(tab.undo()?.words).toMatch(/^Undid/);
  expect(tab.shown().annotations).toMatchObject([{ id, label: 'loaded_framing', note: '' }]);
  await saved(tab);
});
