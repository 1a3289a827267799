import { expect, test } from '@jest/globals';
import { openSources } from '@/lib/interchange/decision-sources';

const sources = [
  { layerId: 'a', annotationId: 'm1', version: 1 },
  { layerId: 'b', annotationId: 'm2', version: 3 },
];
const names = new Map([['a', 'Ada']]);
const annotatorOf = (layerId: string) => names.get(layerId);

test('tells the versions of layers that are shown, by their annotators', () => {
  expect(openSources({ sources }, annotatorOf, false)).toEqual([
    { annotator: 'Ada', annotationId: 'm1', version: 1 },
  ]);
});

test('tells none where it is kept back who made which', () => {
  expect(openSources({ sources }, annotatorOf, true)).toEqual([]);
});
