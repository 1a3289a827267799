import type { OffsetUnit, PositionIndex } from '@/lib/article/code-points';
import type { Segment } from '@/lib/article/segment';
import type { Fault } from '@/lib/refusal';
import type { Annotation, AnnotationView } from './annotation';

/**
 * Converts segments from the unit of `index` to UTF-16 code units, or lists by path the positions
 * that are not in the text. A position inside a surrogate pair (possible only in UTF-16) is not
 * valid.
 */
export function segmentsFrom(
  index: PositionIndex,
  sent: readonly Segment[],
): { segments: Segment[] } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const segments = sent.map((segment, at) => {
    const read = (side: 'start' | 'end') => {
      const position = index.toUtf16(segment[side]);
      if (position === null) {
        const within = segment[side] >= 0 && segment[side] <= index.length;
        const message = within
          ? `The ${side} lies inside a character.`
          : `The ${side} (${segment[side]}) lies outside the text, which has ${index.length} ${unitName[index.unit]}.`;
        faults.push({ path: `segments.${at}.${side}`, message });
      }
      return position ?? 0;
    };
    return { start: read('start'), end: read('end') };
  });
  return faults.length > 0 ? { faults } : { segments };
}

const unitName: Record<OffsetUnit, string> = {
  'code-point': 'code points',
  'utf-16': 'UTF-16 code units',
};

/** Converts segments from UTF-16 code units to the unit of `index`. */
export function segmentsIn(index: PositionIndex, segments: readonly Segment[]): Segment[] {
  const toUnit = (position: number) => index.fromUtf16(position) ?? position;
  return segments.map(({ start, end }) => ({ start: toUnit(start), end: toUnit(end) }));
}

/**
 * An annotation with its positions in the unit of `index`, which must be that of its revision's
 * text.
 */
export function annotationIn(index: PositionIndex, annotation: Annotation): AnnotationView {
  return {
    ...annotation,
    segments: segmentsIn(index, annotation.segments),
    offsetUnit: index.unit,
  };
}
