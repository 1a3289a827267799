import { forViewer } from '@/components/workbench/project-notes';
import { formatChanges } from '@/components/charts/change-plot';
import {
  closingMessage,
  formatLayerCount,
  roundAddress,
} from '@/components/workbench/round-messages';
import { differenceText } from '@/components/charts/figure-text';
import { expect, test } from '@jest/globals';
import { movedCell } from '@/components/round/movement-section';

test.each([
  [null, '–'],
  [0, '0.00'],
  [0.25, '+0.25'],
  [-0.25, '−0.25'],
  [0.001, '0.00'],
  [-0.001, '0.00'],
])('a difference of %j reads %j', (difference, message) => {
  expect(differenceText(difference)).toBe(message);
});

test.each([
  [0, 'No submission is reopened, so closing changes none of them.'],
  [1, '1 submission is reopened: closing submits it again with the current annotations.'],
  [
    1200,
    '1,200 submissions are reopened: closing submits them again with the current annotations.',
  ],
])('closing a round with %d reopened submissions is explained', (reopened, message) => {
  expect(closingMessage(reopened)).toBe(message);
});

test('rounds have addresses, and counts are formatted', () => {
  expect(roundAddress('p')).toBe('/projects/p/rounds');
  expect(roundAddress('p', 2)).toBe('/projects/p/rounds/2');
  expect(formatLayerCount(1, 1)).toBe('1 submission of 1 article');
  expect(formatLayerCount(5, 2)).toBe('5 submissions of 2 articles');
  expect(formatChanges({ added: 1, removed: 0, relabelled: 2, moved: 3 })).toBe(
    '1 added, 0 removed, 2 relabelled, 3 moved',
  );
});

test.each([
  [0, /^Analysts whose submissions are in it/],
  [1, /^One of your submissions is in it/],
  [3, /^3 of your submissions are in it/],
])('of somebody with %d readings in it a round says so', (layers, message) => {
  expect(forViewer({ mine: { layers, reopened: 0 } })).toMatch(message);
});

test.each([
  [0.2, '+0.20', false, 'Ada moved towards Ben: +0.20'],
  [-0.2, '−0.20', true, 'Ada moved away from Ben: −0.20'],
  [0, '0.00', false, 'Ada stayed as far from Ben: 0.00'],
])('a movement of %d is told by sign, ink and words', (towards, text, isAway, description) => {
  const moved = { analyst: 'a', colleague: 'b', articles: 1, before: 0.4, after: 0.6, towards };
  const cell = movedCell(moved, ['Ada', 'Ben'], 0.4);
  expect(cell).toMatchObject({ text, isAway, description, share: Math.abs(towards) / 0.4 });
  expect(movedCell({ ...moved, towards: 0 }, ['Ada', 'Ben'], 0).share).toBe(0);
});

test('where there is no figure the cell says why', () => {
  const moved = {
    analyst: 'a',
    colleague: 'b',
    articles: 1,
    before: null,
    after: 0,
    towards: null,
  };
  expect(movedCell(moved, ['Ada', 'Ben'], 1)).toMatchObject({
    text: '–',
    description: 'Ada and Ben: neither annotated anything, so there is nothing to measure',
  });
});
