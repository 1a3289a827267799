/** An annotated span: half-open, in any one offset unit; with a label where labels are compared. */
export type AnnotatedSpan = {
  readonly begin: number;
  readonly end: number;
  readonly label?: string | number;
};

/** Whether labels are compared, or all spans count as if they had the same label. */
export type Labelling = 'by label' | 'any label';

/** Spans grouped by label, or all in one group; empty spans are dropped. */
export function byLabel(
  spans: readonly AnnotatedSpan[],
  labelling: Labelling,
): Map<string | number | undefined, AnnotatedSpan[]> {
  const groups = new Map<string | number | undefined, AnnotatedSpan[]>();
  for (const span of spans) {
    if (span.end <= span.begin) continue;
    const label = labelling === 'by label' ? span.label : undefined;
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [span]);
    else group.push(span);
  }
  return groups;
}

/** The spans of two sides, label by label, labels that only one side has included. */
export function* labelPairs(
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  labelling: Labelling,
): Generator<[AnnotatedSpan[], AnnotatedSpan[]]> {
  const [ofA, ofB] = [byLabel(a, labelling), byLabel(b, labelling)];
  for (const label of new Set([...ofA.keys(), ...ofB.keys()]))
    yield [ofA.get(label) ?? [], ofB.get(label) ?? []];
}

/**
 * Spans in order, with overlapping ones merged. Spans that only touch stay apart, as in the scorer
 * of SemEval-2020, unless `touching` are joined as well. Labels are ignored.
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
