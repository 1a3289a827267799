import type { AnnotatedSpan } from './annotated-span';

/**
 * Spans in order, with those that overlap made one. Those that only touch stay two, as in the scorer of
 * SemEval-2020, unless `touching` are to be joined as well. Labels are not looked at.
 */
export function mergedSpans(
  spans: readonly AnnotatedSpan[],
  touching: 'apart' | 'joined' = 'apart',
): { begin: number; end: number }[] {
  const merged: { begin: number; end: number }[] = [];
  for (const { begin, end } of spans.toSorted((x, y) => x.begin - y.begin)) {
    const last = merged.at(-1);
    if (last && (begin < last.end || (touching === 'joined' && begin === last.end)))
      last.end = Math.max(last.end, end);
    else merged.push({ begin, end });
  }
  return merged;
}
