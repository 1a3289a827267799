import { expect, test } from '@jest/globals';
import { isAlike } from '@/lib/adjudication/against-consensus/alike';
import type { ContentMark } from '@/lib/adjudication/layer-content';

const mark = (chosen: Partial<ContentMark> = {}): ContentMark => ({
  id: 'a',
  version: 1,
  label: 'loaded_framing',
  segments: [{ start: 0, end: 4 }],
  attributes: {},
  note: '',
  confidence: null,
  ...chosen,
});

test.each([
  [true, 'the same', [mark()], [mark({ id: 'b', version: 7 })]],
  [true, 'other notes', [mark({ note: 'Mine' })], [mark({ confidence: 0.2 })]],
  [
    true,
    'attributes in another order',
    [mark({ attributes: { a: 1, b: 'x' } })],
    [mark({ attributes: { b: 'x', a: 1 } })],
  ],
  [
    true,
    'two labels in another order',
    [mark(), mark({ label: 'direct_quote' })],
    [mark({ label: 'direct_quote' }), mark()],
  ],
  [false, 'another value', [mark({ attributes: { a: 1 } })], [mark({ attributes: { a: 2 } })]],
  [false, 'a value more', [mark()], [mark({ attributes: { a: 2 } })]],
] as const)('%s: %s', (alike, _, mine, settled) => {
  expect(isAlike({ kinds: [], mine: [...mine], settled: [...settled] })).toBe(alike);
});

test('what parts is not alike, whatever it says', () => {
  expect(isAlike({ kinds: ['boundary'], mine: [mark()], settled: [mark()] })).toBe(false);
});
