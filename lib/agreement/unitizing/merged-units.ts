import type { AnnotatedDocument, Unit } from '@/lib/agreement/annotated-document';

/**
 * The units ordered by label, annotator and place, where those of one annotator and label that overlap
 * have become one; those that only touch stay apart, and empty ones fall away.
 */
export function mergedUnits(units: readonly Unit[]): Unit[] {
  const ordered = units
    .filter(({ begin, end }) => begin < end)
    .sort((a, b) => a.label - b.label || a.annotator - b.annotator || a.begin - b.begin);
  const merged: Unit[] = [];
  for (const unit of ordered) {
    const last = merged.at(-1);
    if (last?.label === unit.label && last.annotator === unit.annotator && last.end > unit.begin)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, unit.end) };
    else merged.push(unit);
  }
  return merged;
}

/** The document as if there were one label only, 0: marked or not. What overlaps becomes one unit. */
export function asOneLabel(document: AnnotatedDocument): AnnotatedDocument {
  return { ...document, units: mergedUnits(document.units.map((unit) => ({ ...unit, label: 0 }))) };
}
