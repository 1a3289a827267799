import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { StoredLayer, DetailedAnnotation } from './compared-layer';

/** Everything that the comparison page lays before one person. Positions are UTF-16 code units. */
export type ComparisonWorkspace = Omit<
  ArticleWorkspace,
  'annotations' | 'live' | 'otherLayersVisible'
> & {
  /** The readings that are open to the reader and have begun, the consensus among them; the oldest first. */
  layers: StoredLayer[];
  /** Whether the reader has yet to submit before others' readings open to them. */
  opensOnSubmission: boolean;
};

type PackedDetails = [DetailedAnnotation['attributes'], note: string, confidence: number | null];
type PackedAnnotation = [id: string, label: string, offsets: number[], details?: PackedDetails];

/** A reading with its marks in one string: ten readings of a thousand marks travel to the page many times faster so. */
export type PackedLayer = Omit<StoredLayer, 'annotations'> & { packed: string };

function packAnnotation({
  id,
  label,
  segments,
  attributes,
  note,
  confidence,
}: DetailedAnnotation): PackedAnnotation {
  const offsets = segments.flatMap(({ start, end }) => [start, end]);
  const isBare = Object.keys(attributes).length === 0 && note === '' && confidence === null;
  return isBare ? [id, label, offsets] : [id, label, offsets, [attributes, note, confidence]];
}

/** The desk of a comparison as it travels to the page. */
export type PackedWorkspace = Omit<ComparisonWorkspace, 'layers'> & { layers: PackedLayer[] };

/** Packs a reading for its way to the page; `unpackReading` gives it back as it was. */
export function packLayer({ annotations, ...layer }: StoredLayer): PackedLayer {
  return { ...layer, packed: JSON.stringify(annotations.map(packAnnotation)) };
}

/** The reading that `packReading` has packed. */
export function unpackLayer({ packed, ...layer }: PackedLayer): StoredLayer {
  const annotations = JSON.parse(packed) as PackedAnnotation[];
  return {
    ...layer,
    annotations: annotations.map(
      ([id, label, offsets, [attributes, note, confidence] = [{}, '', null]]) => ({
        id,
        label,
        segments: Array.from({ length: offsets.length / 2 }, (_, at) => ({
          start: offsets[2 * at] ?? 0,
          end: offsets[2 * at + 1] ?? 0,
        })),
        attributes,
        note,
        confidence,
      }),
    ),
  };
}

/** Packs a desk's readings for their way. */
export const packWorkspace = (workspace: ComparisonWorkspace): PackedWorkspace => ({
  ...workspace,
  layers: workspace.layers.map(packLayer),
});
