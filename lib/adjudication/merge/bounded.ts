import { toSpan } from '@/lib/annotation/span';
import type { Segment } from '@/lib/article/segment';
import type { BoundaryRule } from './merge';

/**
 * The text that at least `least` of the spans cover, as segments in text order that do not touch.
 */
export function coveredBy(spans: readonly (readonly Segment[])[], least: number): Segment[] {
  const edges = spans
    .flatMap((span) =>
      span.flatMap(({ start, end }) => [
        { at: start, step: 1 },
        { at: end, step: -1 },
      ]),
    )
    .sort((one, other) => one.at - other.at);
  const covered: Segment[] = [];
  let depth = 0;
  for (const [index, { at, step }] of edges.entries()) {
    depth += step;
    const end = edges[index + 1]?.at ?? at;
    if (depth < least || end === at) continue;
    const last = covered.at(-1);
    if (last?.end === at) last.end = end;
    else covered.push({ start: at, end });
  }
  return covered;
}

type Span = readonly Segment[];

const sizeOf = (span: Span): number => span.reduce((sum, { start, end }) => sum + end - start, 0);

/** The Dice coefficient of what two spans cover, 0 to 1. */
function likeness(one: Span, other: Span): number {
  const shared = sizeOf(coveredBy([one, other], 2));
  return (2 * shared) / (sizeOf(one) + sizeOf(other));
}

const keyOf = (span: Span): string => JSON.stringify(span.map(({ start, end }) => [start, end]));

function inSpanOrder(one: Span, other: Span): number {
  const [first, second] = [keyOf(one), keyOf(other)];
  return (
    (one[0]?.start ?? 0) - (other[0]?.start ?? 0) ||
    (one.at(-1)?.end ?? 0) - (other.at(-1)?.end ?? 0) ||
    (first < second ? -1 : Number(first > second))
  );
}

/** The span with the highest mean similarity to the others; of equals, the first in the text. */
function mostCentral(spans: readonly Span[]): Span {
  const ranked = spans.map((span) => ({
    span,
    // Rounded, so that the order of a sum decides nothing.
    like: Math.round(spans.reduce((sum, other) => sum + likeness(span, other), 0) * 1e9),
  }));
  ranked.sort((one, other) => other.like - one.like || inSpanOrder(one.span, other.span));
  return ranked[0]?.span ?? [];
}

/**
 * The span that more than half of `layerCount` layers have to the character; null where there is
 * none.
 */
function commonest(spans: readonly Span[], layerCount: number): Span | null {
  const counts = new Map<string, { span: Span; count: number }>();
  for (const span of spans) {
    const known = counts.get(keyOf(span)) ?? { span, count: 0 };
    counts.set(keyOf(span), known);
    known.count++;
  }
  return [...counts.values()].find(({ count }) => 2 * count > layerCount)?.span ?? null;
}

/**
 * Removes segments that are only white space, as an intersection may be; null where nothing is
 * left.
 */
function whole(text: string, segments: Span): Segment[] | null {
  const visible = segments.filter((segment) => 'span' in toSpan(text, [segment]));
  const placed = visible.length === 0 ? null : toSpan(text, visible);
  return placed !== null && 'span' in placed ? placed.span : null;
}

/**
 * The span of an annotation of which several layers have spans of their own, by `rule` (see
 * `boundaryRules`), in `text`; null where the rule gives none. `layerCount` counts all compared
 * layers, those without annotations too. The order of the spans makes no difference.
 */
export function bounded(
  rule: BoundaryRule,
  spans: readonly Span[],
  layerCount: number,
  text: string,
): Segment[] | null {
  const found = {
    exact: () => commonest(spans, layerCount),
    union: () => coveredBy(spans, 1),
    intersection: () => coveredBy(spans, spans.length),
    characters: () => coveredBy(spans, Math.floor(spans.length / 2) + 1),
    central: () => mostCentral(spans),
  }[rule]();
  return found === null ? null : whole(text, found);
}
