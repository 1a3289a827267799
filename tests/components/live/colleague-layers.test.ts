import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { LiveEvent } from '@/components/live/article-live';
import type { ColleagueLayersOptions } from '@/components/live/colleague-layers';
import { ColleagueLayers } from '@/components/live/colleague-layers';
import { Slots } from '@/components/live/person-look';
import { Blocks } from '@/components/live/span-index';
import type { Annotation } from '@/lib/annotation/annotation';
import type { VisibleLayer } from '@/lib/annotation/article-workspace';
import type { ArticleMessage } from '@/lib/annotation/live-message';
import { blocksOf } from '@/lib/article/blocks';
import { eventually } from '@/tests/builders/an-outbox';

const messageEvent = (message: ArticleMessage): LiveEvent => ({
  kind: 'message',
  channel: 'layers',
  message,
});
const joined: LiveEvent = { kind: 'joined', channel: 'layers' };

const aLayer = (who: string, chosen: Partial<VisibleLayer> = {}): VisibleLayer => ({
  layerId: `layer of ${who}`,
  author: who,
  authorId: who,
  kind: 'analyst',
  state: 'open',
  ...chosen,
});

const aMark = (id: string, start: number, end: number, version = 1) =>
  ({ id, version, segments: [{ start, end }] }) as unknown as Annotation;

const changesMessage = (who: string, before: number, put: Annotation[]): ArticleMessage => ({
  kind: 'changes',
  layerId: `layer of ${who}`,
  before,
  eventCount: before + put.length,
  offsetUnit: 'utf-16',
  put,
  removed: [],
});

/** Layers over a text of two blocks, 0–5 and 6–11, before a server that knows these marks. */
function someLayers(chosen: Partial<ColleagueLayersOptions> = {}) {
  const marks: Record<string, Annotation[]> = {};
  const unwanted = new Set<string>();
  const reads: string[] = [];
  const server = { layers: [] as VisibleLayer[], gone: new Set<string>(), isAway: false, lists: 0 };
  const layers = new ColleagueLayers({
    userId: 'ada',
    blocks: new Blocks(blocksOf('first\nsecond')),
    slots: new Slots(),
    async read(layerId) {
      reads.push(layerId);
      if (server.isAway) throw new Error('away');
      if (server.gone.has(layerId)) throw new Error('absent');
      return marks[layerId] ?? [];
    },
    async list() {
      server.lists++;
      if (server.isAway) throw new Error('away');
      return server.layers;
    },
    isGone: (thrown) => thrown instanceof Error && thrown.message === 'absent',
    isWanted: (key) => !unwanted.has(key),
    ...chosen,
  });
  const seen = () => [0, 1].map((block) => [...layers.in(block)].map((one) => one.annotation.id));
  const open = (...open: VisibleLayer[]) => {
    server.layers = open;
    layers.set(open);
  };
  return { layers, marks, unwanted, reads, server, seen, open };
}

test('reads each wanted layer once the line is there, and paints it', async () => {
  const { layers, marks, unwanted, reads, seen, open } = someLayers();
  marks['layer of ben'] = [aMark('b', 0, 3)];
  unwanted.add('cy');
  open(aLayer('ben'), aLayer('cy'), aLayer('ada'));
  expect(layers.list().map(({ author, progress }) => [author, progress])).toEqual([
    ['ben', 'unread'],
    ['cy', 'unread'],
  ]);
  expect(reads).toEqual([]);
  layers.handleEvent(joined);
  await eventually(() => expect(seen()).toEqual([['b'], []]));
  expect(reads).toEqual(['layer of ben']);
  expect(layers.list()[0]).toMatchObject({ progress: 'read', count: 1, isShown: true });
  unwanted.clear();
  layers.look();
  await eventually(() => expect(layers.list()[1]).toMatchObject({ progress: 'read' }));
  unwanted.add('ben');
  layers.look();
  expect(seen()).toEqual([[], []]);
});

test('tells what is marked at a place, its ends among it', async () => {
  const { layers, marks, open } = someLayers();
  marks['layer of ben'] = [aMark('b', 1, 3), aMark('late', 8, 9)];
  open(aLayer('ben'));
  layers.begin();
  await eventually(() => expect(layers.at(2)).toHaveLength(1));
  const ids = (position: number) => layers.at(position).map(({ annotation }) => annotation.id);
  expect([0, 1, 3, 4, 8].map(ids)).toEqual([[], ['b'], ['b'], [], ['late']]);
});

describe('what is told', () => {
  test('shows as it happens: made, changed, removed', async () => {
    const { layers, seen, open } = someLayers();
    open(aLayer('ben'));
    layers.handleEvent(joined);
    await eventually(() => expect(layers.list()[0]?.progress).toBe('read'));
    layers.handleEvent(messageEvent(changesMessage('ben', 4, [aMark('b', 0, 3)])));
    expect(seen()).toEqual([['b'], []]);
    layers.handleEvent(messageEvent(changesMessage('ben', 5, [aMark('b', 7, 9, 2)])));
    expect(seen()).toEqual([[], ['b']]);
    const removed = [{ id: 'b', version: 3 }];
    layers.handleEvent(
      messageEvent({ ...changesMessage('ben', 6, []), eventCount: 7, removed } as ArticleMessage),
    );
    expect(seen()).toEqual([[], []]);
  });

  test('while a layer is read is not lost', async () => {
    let answer = (_: Annotation[]): void => undefined;
    const read = () => new Promise<Annotation[]>((resolve) => (answer = resolve));
    const { layers, seen, open } = someLayers({ read });
    open(aLayer('ben'));
    layers.begin();
    layers.handleEvent(
      messageEvent(changesMessage('ben', 4, [aMark('new', 0, 3), aMark('changed', 7, 9, 2)])),
    );
    answer([aMark('changed', 0, 3, 1), aMark('old', 0, 3)]);
    await eventually(() => expect(layers.list()[0]?.progress).toBe('read'));
    expect(seen()).toEqual([['new', 'old'], ['changed']]);
  });

  test('with a gap has the layer read again; so has a break, and a word', async () => {
    const { layers, reads, open } = someLayers();
    open(aLayer('ben'));
    layers.handleEvent(joined);
    await eventually(() => expect(layers.list()[0]?.progress).toBe('read'));
    layers.handleEvent(messageEvent(changesMessage('ben', 4, [aMark('b', 0, 3)])));
    layers.handleEvent(messageEvent(changesMessage('ben', 9, [aMark('c', 0, 3)])));
    await eventually(() => expect(reads).toHaveLength(2));
    layers.handleEvent({ kind: 'left', channel: 'layers', why: 'connection' });
    layers.handleEvent(joined);
    await eventually(() => expect(reads).toHaveLength(3));
    layers.handleEvent(messageEvent({ kind: 'reread' }));
    await eventually(() => expect(reads).toHaveLength(4));
  });

  test('of a layer that was opened just now brings the layer; one’s own is none', async () => {
    const { layers, marks, reads, seen, server } = someLayers();
    layers.handleEvent(joined);
    marks['layer of ben'] = [aMark('b', 0, 3)];
    layers.handleEvent(messageEvent({ kind: 'layer', layer: aLayer('ben') }));
    layers.handleEvent(messageEvent({ kind: 'layer', layer: aLayer('ada') }));
    layers.handleEvent(messageEvent(changesMessage('ada', 0, [aMark('mine', 0, 3)])));
    await eventually(() => expect(seen()).toEqual([['b'], []]));
    expect(reads).toEqual(['layer of ben']);
    layers.handleEvent(
      messageEvent({ kind: 'layer', layer: aLayer('ben', { state: 'submitted' }) }),
    );
    expect(layers.list()).toMatchObject([{ author: 'ben', state: 'submitted', count: 1 }]);
    // Of another the opening was missed.
    server.layers = [aLayer('ben'), aLayer('cy')];
    layers.handleEvent(messageEvent(changesMessage('cy', 3, [aMark('c', 0, 3)])));
    await eventually(() =>
      expect(layers.list().map(({ author }) => author)).toEqual(['ben', 'cy']),
    );
  });
});

describe('what is not answered', () => {
  afterEach(() => void jest.useRealTimers());

  test('is asked for until it is: nothing else may ever tell what was missed', async () => {
    jest.useFakeTimers();
    const { layers, marks, reads, server, seen, open } = someLayers();
    open(aLayer('ben'));
    layers.handleEvent(joined);
    await jest.advanceTimersByTimeAsync(1);
    marks['layer of ben'] = [aMark('b', 0, 3)];
    server.isAway = true;
    layers.handleEvent(joined);
    await jest.advanceTimersByTimeAsync(60_000);
    const tries = reads.length;
    // Doubled each time from a second to half a minute, by a half more or less.
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(12);
    expect(layers.list()).toMatchObject([{ author: 'ben', progress: 'read', count: 0 }]);
    server.isAway = false;
    server.layers = [aLayer('ben'), aLayer('cy')];
    await jest.advanceTimersByTimeAsync(46_000);
    expect(seen()).toEqual([['b'], []]);
    expect(layers.list().map(({ author }) => author)).toEqual(['ben', 'cy']);
    const answered = reads.length;
    await jest.advanceTimersByTimeAsync(120_000);
    expect(reads).toHaveLength(answered);
  });

  test.each<[string, (layers: ColleagueLayers) => void]>([
    ['the page is left', (layers) => layers.pause()],
    ['nothing is open any more', (layers) => layers.clear()],
  ])('is asked for no more when %s', async (_, leave) => {
    jest.useFakeTimers();
    const { layers, reads, server, open } = someLayers();
    open(aLayer('ben'));
    server.isAway = true;
    layers.handleEvent(joined);
    await jest.advanceTimersByTimeAsync(10);
    leave(layers);
    const { length } = reads;
    await jest.advanceTimersByTimeAsync(120_000);
    expect(reads).toHaveLength(length);
    expect(server.lists).toBe(1);
  });

  test('says of a layer that was never read that it could not be', async () => {
    const { layers, server, open } = someLayers();
    open(aLayer('ben'));
    server.isAway = true;
    layers.begin();
    await eventually(() => expect(layers.list()).toMatchObject([{ progress: 'failed' }]));
    layers.pause();
  });
});

describe('what is closed', () => {
  test.each(['closed', 'denied', 'rejected'] as const)(
    'goes from the page at once: %s',
    async (why) => {
      const { layers, marks, seen, open } = someLayers();
      marks['layer of ben'] = [aMark('b', 0, 3)];
      open(aLayer('ben'));
      layers.handleEvent(joined);
      await eventually(() => expect(seen()).toEqual([['b'], []]));
      layers.handleEvent({ kind: 'left', channel: 'layers', why });
      expect([layers.list(), seen(), layers.at(1)]).toEqual([[], [[], []], []]);
    },
  );

  test('goes when the desk no longer has it, and when the server no longer shows it', async () => {
    const { layers, marks, seen, open, server } = someLayers();
    marks['layer of ben'] = [aMark('b', 0, 3)];
    marks['layer of cy'] = [aMark('c', 0, 3)];
    open(aLayer('ben'), aLayer('cy'));
    layers.handleEvent(joined);
    await eventually(() => expect(seen()).toEqual([['b', 'c'], []]));
    layers.set([aLayer('cy')]);
    expect(seen()).toEqual([['c'], []]);
    server.gone.add('layer of cy');
    server.layers = [];
    layers.handleEvent(messageEvent({ kind: 'reread' }));
    await eventually(() => expect(layers.list()).toEqual([]));
  });
});
