import { barPosition } from '@/components/annotate/floating-bar';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  width,
  right: left + width,
  bottom: top + height,
});

const article = box(200, -1000, 640, 5000);
const bar = { width: 300, height: 50 };
const screen = { top: 60, bottom: 800 };

test.each([
  ['above the selection', box(300, 400, 100, 30), { left: 100, top: 1342 }],
  ['below it where there is no room above', box(300, 90, 100, 30), { left: 100, top: 1128 }],
  [
    'at the foot where the selection fills the screen',
    box(300, -50, 100, 900),
    { left: 100, top: 1742 },
  ],
  ['inside the article’s right edge', box(800, 400, 40, 30), { left: 340, top: 1342 }],
  ['inside its left edge', box(180, 400, 40, 30), { left: 0, top: 1342 }],
])('the bar lies %s', (_, selection, position) => {
  expect(barPosition(selection, article, bar, screen)).toEqual(position);
});

test('a bar wider than the article begins at its edge', () => {
  const wide = { width: 900, height: 50 };
  expect(barPosition(box(300, 400, 100, 30), article, wide, screen).left).toBe(0);
});
