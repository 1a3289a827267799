import { Text } from '@mantine/core';
import { snapToGraphemes } from '@/lib/annotation/span-selection';
import type { Segment } from '@/lib/article/segment';
import type { LabelLookup, ShownLabel } from '@/components/article-text/labels';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { DetailedAnnotation } from '@/lib/comparison/compared-layer';
import classes from './unit-detail.module.css';
import { formatConfidence } from './messages';
import type { TaggedLayer } from './layer-index';

/** The letters that stand for a reading's author; whoever shows them says the name beside them or nearby. */
export function AuthorTag({ tag }: { tag: string }) {
  return (
    <span aria-hidden className={classes.tag}>
      {tag}
    </span>
  );
}

/** A stretch of a unit: whether the reading marks it, its words, and whether some of them are left out for room. */
type VersionPiece = { isMarked: boolean; text: string };

const maxLength = 90;

/** Both ends of a long stretch; only its ends say where readings differ. */
function shortened(text: string, { start, end }: Segment): string {
  if (end - start <= maxLength) return text.slice(start, end);
  const head = snapToGraphemes(text, { start, end: start + maxLength / 2 }).end;
  const tail = snapToGraphemes(text, { start: end - maxLength / 2, end }).start;
  return `${text.slice(start, head)} … ${text.slice(tail, end)}`;
}

/**
 * A unit's words as one reading has them: what it marks and what it leaves, one after the other, so
 * that differing ends show. Long stretches lose their middle.
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

/** A passage as one reading has it: what is marked stands out from what is left; dots where the text goes on before or after. */
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
