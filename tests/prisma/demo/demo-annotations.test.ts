import { expect, test } from '@jest/globals';
import { claim, framing, quoted } from '@/prisma/demo/demo-annotations';

test('each says its label, its words and what more was said', () => {
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

test('a speaker is named unless it is said otherwise', () => {
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
