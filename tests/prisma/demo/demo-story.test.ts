import { describe, expect, test } from '@jest/globals';
import type { DemoAnnotation } from '@/prisma/demo/demo-story';
import { segmentsOf, claim, framing, quoted } from '@/prisma/demo/demo-story';

const mark = (...quote: DemoAnnotation['quote']) => ({ quote });

describe('segmentsOf', () => {
  test('finds words, a later occurrence, and several in a row', () => {
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

describe('demo annotations', () => {
  test('each has its label, its words and its details', () => {
    expect(framing('a', 0.5)).toEqual({
      label: 'loaded_framing',
      quote: ['a'],
      attributes: {},
      note: '',
      confidence: 0.5,
    });
    expect(claim(['a', 'b'], 1, { source: 'vague', note: 'Who?' })).toMatchObject({
      label: 'unsupported_claim',
      quote: ['a', 'b'],
      attributes: { source: 'vague' },
      note: 'Who?',
    });
  });

  test('the attribution is “named” by default', () => {
    expect(quoted('a', 1, { speaker: 'Ada' }).attributes).toEqual({
      speaker: 'Ada',
      attribution: 'named',
    });
    expect(quoted('a', 1, { speaker: 'ada99', attribution: 'anonymous' }).attributes).toEqual({
      speaker: 'ada99',
      attribution: 'anonymous',
    });
    expect(quoted('a', 1).attributes).toEqual({});
  });
});
