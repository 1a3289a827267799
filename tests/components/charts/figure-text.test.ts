import { expect, test } from '@jest/globals';
import {
  decimals,
  figureText,
  intervalText,
  notDefined,
  percent,
  sentence,
} from '@/components/charts/figure-text';

test.each<[number, number, string]>([
  [0.4249, 2, '0.42'],
  [-0.1, 2, '−0.10'],
  [-0.001, 2, '0.00'],
  [-0.2, 0, '0'],
  [1, 0, '1'],
  [-1, 1, '−1.0'],
])('%d to %i decimals is %s', (value, places, written) => {
  expect(decimals(value, places)).toBe(written);
});

test('what is not defined is a dash, and never a number', () => {
  const nothing = { value: null, reason: 'nobody annotated anything' };
  expect(figureText(nothing)).toBe('–');
  expect(notDefined(nothing)).toBe('Not defined: nobody annotated anything.');
  expect(notDefined({ value: null, reason: 'It ends. ' })).toBe('Not defined: It ends.');
  expect(notDefined({ value: null, reason: null })).toBe('Not defined.');
  expect(notDefined({ value: 0, reason: null })).toBeNull();
});

test('an interval has both ends', () => {
  expect(intervalText({ low: -0.054, high: 0.5 })).toBe('−0.05 to 0.50');
});

test.each<[number, string]>([
  [0, '0 %'],
  [0.0004, '< 0.1 %'],
  [0.0312, '3.1 %'],
  [0.0996, '10 %'],
  [0.126, '13 %'],
  [1, '100 %'],
])('%d of all is %s', (share, written) => {
  expect(percent(share)).toBe(written);
});

test.each([
  ['fewer than ten articles', 'Fewer than ten articles.'],
  ['Is it so?', 'Is it so?'],
  [' 30 samples. ', '30 samples.'],
])('“%s” as a sentence', (words, written) => {
  expect(sentence(words)).toBe(written);
});
