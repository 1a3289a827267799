import type { Segment } from '@/lib/article/segment';

/** What at least `least` of the spans cover, as segments in text order that do not touch. */
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
