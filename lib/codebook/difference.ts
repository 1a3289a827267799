import type { Codebook, Label } from './codebook';

/** What publishing would change: names of labels, and flags for the other parts. */
type CodebookDifference = {
  added: string[];
  removed: string[];
  changed: string[];
  /** Whether the labels in both versions have another order. */
  reordered: boolean;
  relations: boolean;
  questions: boolean;
  guidelines: boolean;
};

// The database returns an object's keys in an order of its own, which must not count as a change.
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  );
}

/** Whether two JSON values are equal, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

/** What changed from `before` to `after`; labels are matched by key and listed by name. */
export function codebookDifference(before: Codebook, after: Codebook): CodebookDifference {
  const byKey = (labels: Label[]) => new Map(labels.map((label) => [label.key, label]));
  const [old, now] = [byKey(before.labels), byKey(after.labels)];
  const stayed = (labels: Label[]) =>
    labels.map(({ key }) => key).filter((key) => old.has(key) && now.has(key));
  return {
    added: after.labels.filter(({ key }) => !old.has(key)).map(({ name }) => name),
    removed: before.labels.filter(({ key }) => !now.has(key)).map(({ name }) => name),
    changed: after.labels
      .filter((label) => old.has(label.key) && !isSame(old.get(label.key), label))
      .map(({ name }) => name),
    reordered: !isSame(stayed(before.labels), stayed(after.labels)),
    relations: !isSame(before.relations, after.relations),
    questions: !isSame(before.questions, after.questions),
    guidelines: before.guidelines !== after.guidelines,
  };
}

/** The difference as a sentence for people; '' where there is none. */
export function describeDifference(difference: CodebookDifference): string {
  const named = (word: string, names: string[]) =>
    names.length === 0
      ? []
      : [`${word}: ${names.map((name) => name || 'a label without a name').join(', ')}`];
  const { added, removed, changed, reordered, relations, questions, guidelines } = difference;
  const parts = [
    ...named('added', added),
    ...named('removed', removed),
    ...named('changed', changed),
    ...(reordered ? ['labels in another order'] : []),
    ...(relations ? ['relation types changed'] : []),
    ...(questions ? ['questions changed'] : []),
    ...(guidelines ? ['guidelines changed'] : []),
  ];
  const sentence = parts.join('; ');
  return sentence && `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
