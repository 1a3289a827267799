import { palette } from '@/lib/codebook/palette';

/** The colour of somebody’s caret: the same on every page. The name beside it tells them for sure. */
export function writerColor(userId: string): string {
  let sum = 0;
  for (const sign of userId) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return palette[sum % Math.min(7, palette.length)]?.color ?? '#0072b2';
}
