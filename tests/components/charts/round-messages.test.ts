import { expect, test } from '@jest/globals';
import { forViewer } from '@/components/workbench/project-round';
import { movedCell } from '@/components/round/movement-section';
import {
  formatChanges,
  closingMessage,
  differenceText,
  formatLayerCount,
  roundAddress,
} from '@/components/charts/round-messages';

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
  [0, 'No reading is open again, so closing changes none of them.'],
  [1, '1 reading is still open again: closing submits it as it stands.'],
  [1200, '1,200 readings are still open again: closing submits them as they stand.'],
])('of %d readings that are open again is said what closing does', (reopened, message) => {
  expect(closingMessage(reopened)).toBe(message);
});

test('rounds have addresses, and counts are told in words', () => {
  expect(roundAddress('p')).toBe('/projects/p/rounds');
  expect(roundAddress('p', 2)).toBe('/projects/p/rounds/2');
  expect(formatLayerCount(1, 1)).toBe('1 reading of 1 article');
  expect(formatLayerCount(5, 2)).toBe('5 readings of 2 articles');
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
    description: 'Ada and Ben: neither marked anything, so there is nothing to measure',
  });
});
