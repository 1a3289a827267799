import { describe, expect, test } from '@jest/globals';
import { basic3 } from '@/lib/codebook/basic-3';
import type { Codebook } from '@/lib/codebook/codebook';
import { codebookDifference, isSame, describeDifference } from '@/lib/codebook/difference';

const [one, two, three] = basic3.labels;
if (!one || !two || !three) throw new Error('Basic 3 has three labels.');
const tell = (after: Codebook) => describeDifference(codebookDifference(basic3, after));

describe('isSame', () => {
  test.each([
    [{ a: 1, b: [2, { c: 3, d: 4 }] }, { b: [2, { d: 4, c: 3 }], a: 1 }, true],
    [[1, 2], [2, 1], false],
    [{ a: null }, {}, false],
    [{ a: [['b', 1]] }, { a: { b: 1 } }, false],
    ['1', 1, false],
  ])('%j and %j: %s', (before, after, same) => {
    expect(isSame(before, after)).toBe(same);
  });
});

test.each<[Codebook, string]>([
  [basic3, ''],
  [structuredClone(basic3), ''],
  [{ ...basic3, labels: [one, two] }, 'Removed: Direct quote.'],
  [{ ...basic3, labels: [...basic3.labels, { ...one, key: 'x', name: 'X' }] }, 'Added: X.'],
  [
    { ...basic3, labels: [...basic3.labels, { ...one, key: '', name: '' }] },
    'Added: a label without a name.',
  ],
  [{ ...basic3, labels: [{ ...one, color: '#000000' }, two, three] }, 'Changed: Loaded framing.'],
  [{ ...basic3, labels: [two, one, three] }, 'Labels in another order.'],
  [{ ...basic3, guidelines: '' }, 'Guidelines changed.'],
  [
    {
      labels: [
        { ...two, name: 'Claim' },
        { ...three, key: 'q', name: 'Quote' },
      ],
      relations: [{ key: 'r', name: 'R', from: [], to: [] }],
      questions: [{ key: 'g', name: 'Genre', type: 'text', options: [], required: false }],
      guidelines: basic3.guidelines,
    },
    'Added: Quote; removed: Loaded framing, Direct quote; changed: Claim; relation types changed; questions changed.',
  ],
])('change %#', (after, sentence) => {
  expect(tell(after)).toBe(sentence);
});
