import { expect, test } from '@jest/globals';
import { colorInTurn, mix, palette } from '@/lib/codebook/palette';

test('every colour is written #rrggbb and offered once', () => {
  for (const { color } of palette) expect(color).toMatch(/^#[0-9a-f]{6}$/);
  expect(new Set(palette.map(({ color }) => color)).size).toBe(palette.length);
  expect(new Set(palette.map(({ name }) => name)).size).toBe(palette.length);
});

test('gives each colour in turn and then begins again', () => {
  expect(colorInTurn(0)).toBe('#e69f00');
  expect(colorInTurn(palette.length)).toBe('#e69f00');
  expect(new Set(palette.map((_, place) => colorInTurn(place))).size).toBe(palette.length);
});

test.each([
  ['#ff0000', '#0000ff', 1, '#ff0000'],
  ['#ff0000', '#0000ff', 0, '#0000ff'],
  ['#ffffff', '#000000', 0.5, '#808080'],
  ['#000a00', '#000000', 0.1, '#000100'],
])('mixes %s over %s by %d to %s', (color, background, share, mixed) => {
  expect(mix(color, background, share)).toBe(mixed);
});
