import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { StoredLayer, DetailedAnnotation } from './compared-layer';

/** The data of the comparison page for one viewer. Positions are UTF-16 code units. */
export type ComparisonWorkspace = Omit<
  ArticleWorkspace,
  'annotations' | 'live' | 'otherLayersVisible'
> & {
  /** The layers that the viewer may see and that have begun, the consensus included; oldest first. */
  layers: StoredLayer[];
  /** Whether others' layers open to the viewer only once they submit. */
  opensOnSubmission: boolean;
};

type PackedDetails = [DetailedAnnotation['attributes'], note: string, confidence: number | null];
type PackedAnnotation = [id: string, label: string, offsets: number[], details?: PackedDetails];

/** A layer with its annotations as one JSON string, which the page receives many times faster than objects. */
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

/** The data of the comparison page as it is sent to the browser. */
export type PackedWorkspace = Omit<ComparisonWorkspace, 'layers'> & { layers: PackedLayer[] };

/** Packs a layer for the browser; the inverse of `unpackLayer`. */
export function packLayer({ annotations, ...layer }: StoredLayer): PackedLayer {
  return { ...layer, packed: JSON.stringify(annotations.map(packAnnotation)) };
}

/** Unpacks a layer that `packLayer` packed. */
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

/** Packs the layers of a workspace. */
export const packWorkspace = (workspace: ComparisonWorkspace): PackedWorkspace => ({
  ...workspace,
  layers: workspace.layers.map(packLayer),
});
