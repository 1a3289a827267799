import { blocksOf } from '@/lib/article/segment';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { LiveEvent } from '@/components/live/article-live';
import type { ColleagueLayersOptions } from '@/components/live/colleague-layers';
import { ColleagueLayers } from '@/components/live/colleague-layers';
import { Slots } from '@/components/live/person-look';
import { Blocks } from '@/components/live/span-index';
import type { Annotation } from '@/lib/annotation/annotation';
import type { VisibleLayer } from '@/lib/annotation/article-workspace';
import type { ArticleMessage } from '@/lib/annotation/live-message';
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

const anAnnotation = (id: string, start: number, end: number, version = 1) =>
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

/** Layers over a text of two blocks, 0–5 and 6–11, with a server that has these annotations. */
function someLayers(chosen: Partial<ColleagueLayersOptions> = {}) {
  const annotations: Record<string, Annotation[]> = {};
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
      return annotations[layerId] ?? [];
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
  return { layers, annotations, unwanted, reads, server, seen, open };
}

test('fetches each wanted layer once connected, and shows it', async () => {
  const { layers, annotations, unwanted, reads, seen, open } = someLayers();
  annotations['layer of ben'] = [anAnnotation('b', 0, 3)];
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

test('finds the annotations at a position, their ends included', async () => {
  const { layers, annotations, open } = someLayers();
  annotations['layer of ben'] = [anAnnotation('b', 1, 3), anAnnotation('late', 8, 9)];
  open(aLayer('ben'));
  layers.begin();
  await eventually(() => expect(layers.at(2)).toHaveLength(1));
  const ids = (position: number) => layers.at(position).map(({ annotation }) => annotation.id);
  expect([0, 1, 3, 4, 8].map(ids)).toEqual([[], ['b'], ['b'], [], ['late']]);
});

describe('a live message', () => {
  test('is applied at once: created, changed, removed', async () => {
    const { layers, seen, open } = someLayers();
    open(aLayer('ben'));
    layers.handleEvent(joined);
    await eventually(() => expect(layers.list()[0]?.progress).toBe('read'));
    layers.handleEvent(messageEvent(changesMessage('ben', 4, [anAnnotation('b', 0, 3)])));
    expect(seen()).toEqual([['b'], []]);
    layers.handleEvent(messageEvent(changesMessage('ben', 5, [anAnnotation('b', 7, 9, 2)])));
    expect(seen()).toEqual([[], ['b']]);
    const removed = [{ id: 'b', version: 3 }];
    layers.handleEvent(
      messageEvent({ ...changesMessage('ben', 6, []), eventCount: 7, removed } as ArticleMessage),
    );
    expect(seen()).toEqual([[], []]);
  });

  test('during a fetch is not lost', async () => {
    let answer = (_: Annotation[]): void => undefined;
    const read = () => new Promise<Annotation[]>((resolve) => (answer = resolve));
    const { layers, seen, open } = someLayers({ read });
    open(aLayer('ben'));
    layers.begin();
    layers.handleEvent(
      messageEvent(
        changesMessage('ben', 4, [anAnnotation('new', 0, 3), anAnnotation('changed', 7, 9, 2)]),
      ),
    );
    answer([anAnnotation('changed', 0, 3, 1), anAnnotation('old', 0, 3)]);
    await eventually(() => expect(layers.list()[0]?.progress).toBe('read'));
    expect(seen()).toEqual([['new', 'old'], ['changed']]);
  });

  test('with a gap refetches the layer; so do a reconnect and a reread message', async () => {
    const { layers, reads, open } = someLayers();
    open(aLayer('ben'));
    layers.handleEvent(joined);
    await eventually(() => expect(layers.list()[0]?.progress).toBe('read'));
    layers.handleEvent(messageEvent(changesMessage('ben', 4, [anAnnotation('b', 0, 3)])));
    layers.handleEvent(messageEvent(changesMessage('ben', 9, [anAnnotation('c', 0, 3)])));
    await eventually(() => expect(reads).toHaveLength(2));
    layers.handleEvent({ kind: 'left', channel: 'layers', why: 'connection' });
    layers.handleEvent(joined);
    await eventually(() => expect(reads).toHaveLength(3));
    layers.handleEvent(messageEvent({ kind: 'reread' }));
    await eventually(() => expect(reads).toHaveLength(4));
  });

  test('of a new layer adds the layer, except for the viewer’s own', async () => {
    const { layers, annotations, reads, seen, server } = someLayers();
    layers.handleEvent(joined);
    annotations['layer of ben'] = [anAnnotation('b', 0, 3)];
    layers.handleEvent(messageEvent({ kind: 'layer', layer: aLayer('ben') }));
    layers.handleEvent(messageEvent({ kind: 'layer', layer: aLayer('ada') }));
    layers.handleEvent(messageEvent(changesMessage('ada', 0, [anAnnotation('mine', 0, 3)])));
    await eventually(() => expect(seen()).toEqual([['b'], []]));
    expect(reads).toEqual(['layer of ben']);
    layers.handleEvent(
      messageEvent({ kind: 'layer', layer: aLayer('ben', { state: 'submitted' }) }),
    );
    expect(layers.list()).toMatchObject([{ author: 'ben', state: 'submitted', count: 1 }]);
    // The message that another one opened was missed.
    server.layers = [aLayer('ben'), aLayer('cy')];
    layers.handleEvent(messageEvent(changesMessage('cy', 3, [anAnnotation('c', 0, 3)])));
    await eventually(() =>
      expect(layers.list().map(({ author }) => author)).toEqual(['ben', 'cy']),
    );
  });
});

describe('a failed request', () => {
  afterEach(() => void jest.useRealTimers());

  test('is retried until it succeeds, since no later message may reveal the gap', async () => {
    jest.useFakeTimers();
    const { layers, annotations, reads, server, seen, open } = someLayers();
    open(aLayer('ben'));
    layers.handleEvent(joined);
    await jest.advanceTimersByTimeAsync(1);
    annotations['layer of ben'] = [anAnnotation('b', 0, 3)];
    server.isAway = true;
    layers.handleEvent(joined);
    await jest.advanceTimersByTimeAsync(60_000);
    const tries = reads.length;
    // Doubles each time from a second to half a minute, with jitter of 50 %.
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
  ])('is not retried when %s', async (_, leave) => {
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

  test('shows that a layer could not be loaded', async () => {
    const { layers, server, open } = someLayers();
    open(aLayer('ben'));
    server.isAway = true;
    layers.begin();
    await eventually(() => expect(layers.list()).toMatchObject([{ progress: 'failed' }]));
    layers.pause();
  });
});

describe('a layer that is closed', () => {
  test.each(['closed', 'denied', 'rejected'] as const)(
    'goes from the page at once: %s',
    async (why) => {
      const { layers, annotations, seen, open } = someLayers();
      annotations['layer of ben'] = [anAnnotation('b', 0, 3)];
      open(aLayer('ben'));
      layers.handleEvent(joined);
      await eventually(() => expect(seen()).toEqual([['b'], []]));
      layers.handleEvent({ kind: 'left', channel: 'layers', why });
      expect([layers.list(), seen(), layers.at(1)]).toEqual([[], [[], []], []]);
    },
  );

  test('disappears when the workspace no longer has it, and when the server no longer shows it', async () => {
    const { layers, annotations, seen, open, server } = someLayers();
    annotations['layer of ben'] = [anAnnotation('b', 0, 3)];
    annotations['layer of cy'] = [anAnnotation('c', 0, 3)];
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
