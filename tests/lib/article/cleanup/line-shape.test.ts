import { expect, test } from '@jest/globals';
import { linesOf, shapeOf } from '@/lib/article/cleanup/line-shape';

test('reads what decides of each line', () => {
  expect(linesOf('  “Yes,” he\nsaid.”  \n\n- one\n1. two\nשלום')).toMatchObject([
    { start: 0, end: 11, length: 9, indent: 2, stops: false, begins: 'capital' },
    { length: 6, indent: 0, stops: true, begins: 'small' },
    { length: 0, indent: 0 },
    { begins: 'item' },
    { begins: 'item' },
    { begins: 'small' },
  ]);
});

const prose = [
  'The council has once more put off its decision, and the',
  'friends of the ferry say that they are losing patience.',
  'Nobody knows what will become of the old house at the',
  'end of the pier, or of the fish that is sold there.',
];

test('prose in lines is wrapped; paragraphs, lists and verse are not', () => {
  expect(shapeOf(linesOf(prose.join('\n')))).toEqual({ wrapped: true, short: false, full: 55 });
  expect(shapeOf(linesOf(prose.join(' ')))).toMatchObject({ wrapped: false, short: false });
  expect(shapeOf(linesOf('One here.\nTwo there.\nThree.')).wrapped).toBe(false);
  expect(shapeOf(linesOf('Apples\nBananas\nCherries')).wrapped).toBe(false);
  const verse = [
    'I walked along the water to the place',
    'where she had',
    'been, and nobody was there to see my face',
    'but gulls',
    'and all the boats were gone without a trace',
  ];
  expect(shapeOf(linesOf(verse.join('\n')))).toMatchObject({ wrapped: false, short: true });
});
