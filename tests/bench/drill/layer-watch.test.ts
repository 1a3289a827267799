import { expect, test } from '@jest/globals';
import { LayerWatch } from '@/bench/drill/layer-watch';
import type { Annotation } from '@/lib/annotation/annotation';
import type { DeedsMessage } from '@/lib/annotation/live-message';

const annotation = (id: string, version: number): Annotation => ({
  id,
  layerId: 'layer',
  label: 'direct_quote',
  segments: [{ start: 0, end: 4 }],
  attributes: {},
  note: '',
  confidence: null,
  codebookVersion: 1,
  quote: '',
  prefix: '',
  suffix: '',
  version,
  createdAt: '',
  updatedAt: '',
});

const told = (before: number, more: Partial<DeedsMessage>): DeedsMessage => ({
  kind: 'deeds',
  layerId: 'layer',
  before,
  deedCount: before + 1,
  offsetUnit: 'utf-16',
  put: [],
  removed: [],
  ...more,
});

const seen = (watch: LayerWatch) => watch.seen().map(({ id, version }) => `${id} ${version}`);

test('what is told in order is seen, and asks for nothing', () => {
  const watch = new LayerWatch();
  watch.receive([annotation('one', 1)]);
  expect(watch.hear(told(1, { put: [annotation('two', 1)] }))).toBe(true);
  expect(watch.hear(told(2, { put: [annotation('one', 2)] }))).toBe(true);
  expect(watch.hear(told(3, { removed: [{ id: 'two', version: 2 }] }))).toBe(true);
  expect(seen(watch)).toEqual(['one 2']);
});

test('a gap asks for the layer to be read', () => {
  const watch = new LayerWatch();
  expect(watch.hear(told(1, { put: [annotation('one', 1)] }))).toBe(true);
  expect(watch.hear(told(5, { put: [annotation('two', 1)] }))).toBe(false);
});

test('what was read removes what it does not have, but not what was heard of since it was asked for', () => {
  const watch = new LayerWatch();
  watch.receive([annotation('one', 1), annotation('two', 1)]);
  watch.ask();
  watch.hear(told(2, { put: [annotation('three', 1)] }));
  watch.receive([annotation('two', 1)]);
  expect(seen(watch)).toEqual(['two 1', 'three 1']);
});

test('older news never replaces newer', () => {
  const watch = new LayerWatch();
  watch.hear(told(1, { removed: [{ id: 'one', version: 2 }] }));
  watch.hear(told(0, { put: [annotation('one', 1)] }));
  expect(seen(watch)).toEqual([]);
  watch.hear(told(2, { put: [annotation('one', 3)] }));
  watch.receive([annotation('one', 2)]);
  expect(seen(watch)).toEqual(['one 3']);
});
