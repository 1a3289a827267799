import type { BarPosition } from './label-bar';

type Box = { left: number; top: number; right: number; bottom: number; width: number };

const distance = 8;

/**
 * Where the label bar lies: above what is selected where there is room on the screen, else below it,
 * and inside the article's width. All boxes as the screen measures them; the answer counts from the
 * article's corner.
 */
export function barPosition(
  selection: Box,
  article: Box,
  bar: { width: number; height: number },
  screen: { top: number; bottom: number },
): Exclude<BarPosition, null> {
  const above = selection.top - bar.height - distance;
  const below = selection.bottom + distance;
  const hasRoomAbove = above >= screen.top;
  const hasRoomBelow = below + bar.height <= screen.bottom;
  const inside = Math.max(screen.top, screen.bottom - bar.height - distance);
  const top = hasRoomAbove ? above : hasRoomBelow ? below : inside;
  const rightmost = Math.max(0, article.width - bar.width);
  const left = Math.min(Math.max(0, selection.left - article.left), rightmost);
  return { left, top: top - article.top };
}
