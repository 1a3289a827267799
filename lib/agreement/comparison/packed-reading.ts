import type { ComparisonDesk } from './comparison-desk';
import type { SaidMark, StoredReading } from './stored-reading';

type Said = [SaidMark['attributes'], note: string, confidence: number | null];
type PackedMark = [id: string, label: string, places: number[], said?: Said];

/** A reading with its marks in one string: ten readings of a thousand marks travel to the page many times faster so. */
export type PackedReading = Omit<StoredReading, 'marks'> & { packed: string };

function packMark({ id, label, segments, attributes, note, confidence }: SaidMark): PackedMark {
  const places = segments.flatMap(({ start, end }) => [start, end]);
  const isBare = Object.keys(attributes).length === 0 && note === '' && confidence === null;
  return isBare ? [id, label, places] : [id, label, places, [attributes, note, confidence]];
}

/** The desk of a comparison as it travels to the page. */
export type PackedDesk = Omit<ComparisonDesk, 'readings'> & { readings: PackedReading[] };

/** Packs a reading for its way to the page; `unpackReading` gives it back as it was. */
export function packReading({ marks, ...reading }: StoredReading): PackedReading {
  return { ...reading, packed: JSON.stringify(marks.map(packMark)) };
}

/** The reading that `packReading` has packed. */
export function unpackReading({ packed, ...reading }: PackedReading): StoredReading {
  const marks = JSON.parse(packed) as PackedMark[];
  return {
    ...reading,
    marks: marks.map(([id, label, places, [attributes, note, confidence] = [{}, '', null]]) => ({
      id,
      label,
      segments: Array.from({ length: places.length / 2 }, (_, at) => ({
        start: places[2 * at] ?? 0,
        end: places[2 * at + 1] ?? 0,
      })),
      attributes,
      note,
      confidence,
    })),
  };
}

/** Packs a desk's readings for their way. */
export const packDesk = (desk: ComparisonDesk): PackedDesk => ({
  ...desk,
  readings: desk.readings.map(packReading),
});
