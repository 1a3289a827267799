import { Text } from '@mantine/core';
import { confidenceWords } from '@/components/annotate/confidence-steps';
import type { LabelShelf, ShownLabel } from '@/components/annotate/label-shelf';
import { LabelMark } from '@/components/codebook/label-mark';
import type { SaidMark } from '@/lib/agreement/comparison/stored-reading';
import type { Segment } from '@/lib/article/segment';
import { PassageWords } from './passage-words';
import { ReadingTag } from './reading-tag';
import type { ShownReading } from './reading-shelf';
import { standPieces } from './stand-pieces';
import classes from './unit-detail.module.css';

type Said = Pick<SaidMark, 'attributes' | 'note' | 'confidence'>;

const yes = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** What somebody says of a mark beyond its label, a line each; empty where they say nothing. */
export function saidLines({ attributes, note, confidence }: Said, label: ShownLabel): string[] {
  const named = Object.entries(attributes).map(([key, value]) => {
    const name = label.attributes.find((attribute) => attribute.key === key)?.name ?? key;
    return `${name}: ${yes(value)}`;
  });
  return [
    ...named,
    ...(confidence === null ? [] : [`Confidence: ${confidenceWords(confidence)}`]),
    ...(note === '' ? [] : [note]),
  ];
}

/** Who has read, as a place names them. */
export type Reader = Pick<ShownReading, 'layerId' | 'author' | 'tag'>;

/** Names readers beside their letters. */
export function Readers({ readings }: { readings: readonly Reader[] }) {
  if (readings.length === 0) return null;
  return (
    <div className={classes.who}>
      {readings.map((reading) => (
        <span key={reading.layerId} className={classes.person}>
          <ReadingTag tag={reading.tag} />
          <bdi>{reading.author}</bdi>
        </span>
      ))}
    </div>
  );
}

/** What some readings, which say the same here, mark of a unit; and what each adds to it. */
export function StandView({
  unit,
  text,
  shelf,
  readings,
  marks,
}: {
  unit: Segment;
  text: string;
  shelf: LabelShelf;
  /** Empty where it is kept back who they are. */
  readings: readonly Reader[];
  /** Of each reading. */
  marks: readonly (readonly Pick<SaidMark, 'label' | 'segments' | keyof Said>[])[];
}) {
  const first = marks[0] ?? [];
  return (
    <>
      <Readers readings={readings} />
      {first.length === 0 && (
        <Text size="sm" c="dimmed">
          Marked nothing here.
        </Text>
      )}
      {first.map(({ label, segments }, at) => (
        <div key={at}>
          <LabelMark label={shelf.of(label)} words={shelf.of(label).name} />
          <PassageWords pieces={standPieces(text, unit, segments)} />
          {marks.map((own, reader) => {
            const mark = own[at];
            const lines = mark === undefined ? [] : saidLines(mark, shelf.of(label));
            const tag = readings[reader]?.tag;
            return (
              lines.length > 0 && (
                <div key={reader} className={classes.said}>
                  {readings.length > 1 && tag !== undefined && <ReadingTag tag={tag} />}
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
