import { expect, test } from '@jest/globals';
import { isAlike } from '@/lib/adjudication/against-consensus/alike';
import type { VersionedAnnotation } from '@/lib/adjudication/versioned-annotation';

const annotation = (chosen: Partial<VersionedAnnotation> = {}): VersionedAnnotation => ({
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
  [true, 'the same', [annotation()], [annotation({ id: 'b', version: 7 })]],
  [true, 'other notes', [annotation({ note: 'Mine' })], [annotation({ confidence: 0.2 })]],
  [
    true,
    'attributes in another order',
    [annotation({ attributes: { a: 1, b: 'x' } })],
    [annotation({ attributes: { b: 'x', a: 1 } })],
  ],
  [
    true,
    'two labels in another order',
    [annotation(), annotation({ label: 'direct_quote' })],
    [annotation({ label: 'direct_quote' }), annotation()],
  ],
  [
    false,
    'another value',
    [annotation({ attributes: { a: 1 } })],
    [annotation({ attributes: { a: 2 } })],
  ],
  [false, 'a value more', [annotation()], [annotation({ attributes: { a: 2 } })]],
] as const)('%s: %s', (alike, _, mine, consensus) => {
  expect(isAlike({ kinds: [], mine: [...mine], consensus: [...consensus] })).toBe(alike);
});

test('what parts is not alike, whatever it says', () => {
  expect(isAlike({ kinds: ['boundary'], mine: [annotation()], consensus: [annotation()] })).toBe(
    false,
  );
});
