import { Text } from '@mantine/core';
import { confidenceWords } from '@/components/annotate/confidence-steps';
import type { LabelShelf, ShownLabel } from '@/components/annotate/label-shelf';
import { LabelMark } from '@/components/codebook/label-mark';
import type { SaidMark } from '@/lib/agreement/comparison/stored-reading';
import type { Segment } from '@/lib/article/segment';
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
  readings: readonly ShownReading[];
  /** Of each reading. */
  marks: readonly (readonly SaidMark[])[];
}) {
  const first = marks[0] ?? [];
  return (
    <>
      <div className={classes.who}>
        {readings.map((reading) => (
          <span key={reading.layerId} className={classes.person}>
            <ReadingTag tag={reading.tag} />
            <bdi>{reading.author}</bdi>
          </span>
        ))}
      </div>
      {first.length === 0 && (
        <Text size="sm" c="dimmed">
          Marked nothing here.
        </Text>
      )}
      {first.map(({ id, label, segments }, at) => (
        <div key={id}>
          <LabelMark label={shelf.of(label)} words={shelf.of(label).name} />
          <p className={classes.words}>
            {standPieces(text, unit, segments).map(({ isMarked, words }, piece) =>
              isMarked ? (
                <mark key={piece}>{words}</mark>
              ) : (
                <span key={piece} className={classes.left}>
                  {words}
                </span>
              ),
            )}
          </p>
          {readings.map(({ layerId, tag }, reader) => {
            const mark = marks[reader]?.[at];
            const lines = mark === undefined ? [] : saidLines(mark, shelf.of(label));
            return (
              lines.length > 0 && (
                <div key={layerId} className={classes.said}>
                  {readings.length > 1 && <ReadingTag tag={tag} />}
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
