import { Text } from '@mantine/core';
import { formatConfidence } from './confidence-steps';
import type { LabelLookup, ShownLabel } from '@/components/article-text/label-lookup';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { DetailedAnnotation } from '@/lib/comparison/stored-layer';
import type { Segment } from '@/lib/article/segment';
import { PassageText } from './passage-text';
import { AuthorTag } from './author-tag';
import type { TaggedLayer } from './layer-index';
import { versionPieces } from './version-pieces';
import classes from './unit-detail.module.css';

type AnnotationDetails = Pick<DetailedAnnotation, 'attributes' | 'note' | 'confidence'>;

const yes = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** What somebody says of a mark beyond its label, a line each; empty where they say nothing. */
export function detailLines(
  { attributes, note, confidence }: AnnotationDetails,
  label: ShownLabel,
): string[] {
  const named = Object.entries(attributes).map(([key, value]) => {
    const name = label.attributes.find((attribute) => attribute.key === key)?.name ?? key;
    return `${name}: ${yes(value)}`;
  });
  return [
    ...named,
    ...(confidence === null ? [] : [`Confidence: ${formatConfidence(confidence)}`]),
    ...(note === '' ? [] : [note]),
  ];
}

/** Who has read, as a place names them. */
export type LayerAuthor = Pick<TaggedLayer, 'layerId' | 'author' | 'tag'>;

/** Names readers beside their letters. */
export function LayerAuthors({ layers }: { layers: readonly LayerAuthor[] }) {
  if (layers.length === 0) return null;
  return (
    <div className={classes.author}>
      {layers.map((layer) => (
        <span key={layer.layerId} className={classes.person}>
          <AuthorTag tag={layer.tag} />
          <bdi>{layer.author}</bdi>
        </span>
      ))}
    </div>
  );
}

/** What some readings, which say the same here, mark of a unit; and what each adds to it. */
export function VersionAnnotations({
  unit,
  text,
  lookup,
  layers,
  annotations,
}: {
  unit: Segment;
  text: string;
  lookup: LabelLookup;
  /** Empty where it is kept back who they are. */
  layers: readonly LayerAuthor[];
  /** Of each reading. */
  annotations: readonly (readonly Pick<
    DetailedAnnotation,
    'label' | 'segments' | keyof AnnotationDetails
  >[])[];
}) {
  const first = annotations[0] ?? [];
  return (
    <>
      <LayerAuthors layers={layers} />
      {first.length === 0 && (
        <Text size="sm" c="dimmed">
          Marked nothing here.
        </Text>
      )}
      {first.map(({ label, segments }, at) => (
        <div key={at}>
          <LabelHighlight label={lookup.of(label)} text={lookup.of(label).name} />
          <PassageText pieces={versionPieces(text, unit, segments)} />
          {annotations.map((own, index) => {
            const annotation = own[at];
            const lines = annotation === undefined ? [] : detailLines(annotation, lookup.of(label));
            const tag = layers[index]?.tag;
            return (
              lines.length > 0 && (
                <div key={index} className={classes.annotationDetails}>
                  {layers.length > 1 && tag !== undefined && <AuthorTag tag={tag} />}
                  {lines.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </div>
              )
            );
          })}
        </div>
      ))}
    </>
  );
}
