import { expect, test } from '@jest/globals';
import { compareLayers } from '@/lib/comparison/compare-layers';

import { aComparedLayer } from '@/tests/builders/a-compared-layer';

test.each<[string, string[], string[], string[]]>([
  ['alike', ['x 0-5'], ['x 0-5'], []],
  ['empty', ['x 0-5'], [], ['missing']],
  ['other ends', ['x 0-5'], ['x 1-5'], ['boundary']],
  ['another word', ['x 0-5'], ['y 0-5'], ['label']],
  ['another word, other ends', ['x 0-5'], ['y 0-4'], ['boundary', 'label']],
  ['a whole and a part', ['x 0-20'], ['y 5-8'], ['nesting']],
  ['pieces of a whole', ['x 0-10'], ['x 0-4', 'x 5-10'], ['fragmentation']],
  ['pieces that reach further', ['x 0-10'], ['x 0-4', 'x 5-12'], ['boundary', 'fragmentation']],
  ['a split span', ['x 0-10'], ['x 0-4+5-10'], ['fragmentation']],
  ['a split span, split elsewhere', ['x 0-3+5-10'], ['x 0-4+5-10'], ['boundary']],
])('%s', (_, ones, others, kinds) => {
  const layers = [aComparedLayer('a', ...ones), aComparedLayer('b', ...others)];
  const units = compareLayers(layers);
  expect(units).toHaveLength(1);
  expect(units[0]?.kinds).toEqual(kinds);
});
