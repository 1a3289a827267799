import { expect, test, describe } from '@jest/globals';
import fc from 'fast-check';
import {
  colorInTurn,
  mix,
  palette,
  contrast,
  labelColors,
  luminance,
  paper,
} from '@/lib/codebook/label-colors';
import type { Scheme } from '@/lib/codebook/label-colors';

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

const schemes: Scheme[] = ['light', 'dark'];

function holds(color: string, scheme: Scheme): void {
  const { background, underline, text } = labelColors(color, scheme);
  expect(contrast(background, text)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(background, underline)).toBeGreaterThanOrEqual(3);
  expect(contrast(paper[scheme].page, underline)).toBeGreaterThanOrEqual(3);
}

// Values that the WCAG definition gives by hand: black and white 0 and 1, 21:1; #777777 on white
// 4.48:1, the grey that just fails AA.
test('luminance and contrast are those of WCAG', () => {
  expect(luminance('#000000')).toBe(0);
  expect(luminance('#ffffff')).toBeCloseTo(1, 10);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#ffffff', '#777777')).toBe(contrast('#777777', '#ffffff'));
});

describe.each(schemes)('in the %s', (scheme) => {
  test.each(palette)('$name can be read', ({ color }) => holds(color, scheme));

  test('any colour can be read', () => {
    const colors = fc.integer({ min: 0, max: 0xffffff });
    fc.assert(
      fc.property(colors, (value) => holds(`#${value.toString(16).padStart(6, '0')}`, scheme)),
    );
  });

  test('the palette’s tints can be told from the page and from each other', () => {
    const backgrounds = palette
      .slice(0, 7)
      .map(({ color }) => labelColors(color, scheme).background);
    expect(new Set([...backgrounds, paper[scheme].page]).size).toBe(8);
  });
});
