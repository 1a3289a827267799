/** A stretch that somebody marked: half-open, in any one unit; a label where labels are told apart. */
export type AnnotatedSpan = {
  readonly begin: number;
  readonly end: number;
  readonly label?: string | number;
};

/** One who takes part in a comparison of labels, or nobody in particular: every span is then alike. */
export type Labelling = 'by label' | 'any label';

/** Spans of each label apart, or all in one; spans without length carry nothing and are dropped. */
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

/** The spans of two sides, label by label, those too that only one side has. */
export function* labelPairs(
  a: readonly AnnotatedSpan[],
  b: readonly AnnotatedSpan[],
  labelling: Labelling,
): Generator<[AnnotatedSpan[], AnnotatedSpan[]]> {
  const [ofA, ofB] = [byLabel(a, labelling), byLabel(b, labelling)];
  for (const label of new Set([...ofA.keys(), ...ofB.keys()]))
    yield [ofA.get(label) ?? [], ofB.get(label) ?? []];
}
