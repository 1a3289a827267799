import { describe, expect, test } from '@jest/globals';
import type { DemoAnnotation } from '@/prisma/demo/demo-story';
import { segmentsOf } from '@/prisma/demo/demo-story';

const mark = (...quote: DemoAnnotation['quote']) => ({ quote });

describe('segmentsOf', () => {
  test('finds words, a later place of them, and several in a row', () => {
    expect(segmentsOf('a b a b', mark('b'))).toEqual([{ start: 2, end: 3 }]);
    expect(segmentsOf('a b a b', { ...mark('b'), occurrence: 2 })).toEqual([{ start: 6, end: 7 }]);
    expect(segmentsOf('a b a b', mark('b', 'b'))).toEqual([
      { start: 2, end: 3 },
      { start: 6, end: 7 },
    ]);
  });

  test.each([mark('c'), mark('b', 'a', 'a'), { ...mark('a'), occurrence: 3 }])(
    'says which words are not there %#',
    (missing) => {
      expect(() => segmentsOf('a b a b', missing)).toThrow('does not have');
    },
  );
});
