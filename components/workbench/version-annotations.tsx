import { Text } from '@mantine/core';
import { snapToGraphemes } from '@/lib/annotation/span-selection';
import type { Segment } from '@/lib/article/segment';
import type { LabelLookup, ShownLabel } from '@/components/article-text/labels';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { DetailedAnnotation } from '@/lib/comparison/compared-layer';
import classes from './unit-detail.module.css';
import { formatConfidence } from './messages';
import type { TaggedLayer } from './layer-index';

/** The letters that stand for a layer's author; hidden from assistive technology, so callers show the name too. */
export function AuthorTag({ tag }: { tag: string }) {
  return (
    <span aria-hidden className={classes.tag}>
      {tag}
    </span>
  );
}

/** A piece of a unit's text, annotated or not; long ones are shortened. */
type VersionPiece = { isMarked: boolean; text: string };

const maxLength = 90;

/** The text of a segment; a long one is reduced to its ends, where versions differ. */
function shortened(text: string, { start, end }: Segment): string {
  if (end - start <= maxLength) return text.slice(start, end);
  const head = snapToGraphemes(text, { start, end: start + maxLength / 2 }).end;
  const tail = snapToGraphemes(text, { start: end - maxLength / 2, end }).start;
  return `${text.slice(start, head)} … ${text.slice(tail, end)}`;
}

/**
 * The text of a unit in one version: annotated and other pieces in turn, so that differing ends are
 * visible. Long pieces lose their middle.
 */
export function versionPieces(
  text: string,
  unit: Segment,
  segments: readonly Segment[],
): VersionPiece[] {
  const pieces: VersionPiece[] = [];
  const put = (isMarked: boolean, segment: Segment) => {
    if (segment.start < segment.end) pieces.push({ isMarked, text: shortened(text, segment) });
  };
  let at = unit.start;
  for (const { start, end } of segments.toSorted((one, other) => one.start - other.start)) {
    put(false, { start: at, end: start });
    put(true, { start: Math.max(at, start), end });
    at = Math.max(at, end);
  }
  put(false, { start: at, end: unit.end });
  return pieces;
}

/** A passage with the annotated pieces emphasised; an ellipsis where the text continues before or after. */
export function PassageText({
  pieces,
  goesBefore = false,
  goesAfter = false,
}: {
  pieces: readonly VersionPiece[];
  goesBefore?: boolean;
  goesAfter?: boolean;
}) {
  return (
    <p className={classes.passage}>
      {goesBefore && <span className={classes.omitted}>… </span>}
      {pieces.map(({ isMarked, text }, at) =>
        isMarked ? (
          <mark key={at}>{text}</mark>
        ) : (
          <span key={at} className={classes.omitted}>
            {text}
          </span>
        ),
      )}
      {goesAfter && <span className={classes.omitted}> …</span>}
    </p>
  );
}

type AnnotationDetails = Pick<DetailedAnnotation, 'attributes' | 'note' | 'confidence'>;

const formatValue = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** The attributes, confidence and note of an annotation, one line each. */
export function detailLines(
  { attributes, note, confidence }: AnnotationDetails,
  label: ShownLabel,
): string[] {
  const named = Object.entries(attributes).map(([key, value]) => {
    const name = label.attributes.find((attribute) => attribute.key === key)?.name ?? key;
    return `${name}: ${formatValue(value)}`;
  });
  return [
    ...named,
    ...(confidence === null ? [] : [`Confidence: ${formatConfidence(confidence)}`]),
    ...(note === '' ? [] : [note]),
  ];
}

/** The author of a layer, as a unit shows them. */
export type LayerAuthor = Pick<TaggedLayer, 'layerId' | 'author' | 'tag'>;

/** Authors' names beside their letters. */
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

/** A version of a unit that some layers share, with the details of each layer. */
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
  /** Empty where authors are hidden. */
  layers: readonly LayerAuthor[];
  /** The annotations of each layer. */
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
          No annotation here.
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
