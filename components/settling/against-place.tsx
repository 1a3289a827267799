import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import type { LabelShelf } from '@/components/annotate/label-shelf';
import { LabelMark } from '@/components/codebook/label-mark';
import { PassageWords } from '@/components/comparison/passage-words';
import { standPieces } from '@/components/comparison/stand-pieces';
import { saidLines } from '@/components/comparison/stand-view';
import { Time } from '@/components/ui/time';
import { aroundSpan } from '@/lib/annotation/around-span';
import { isAlike } from '@/lib/adjudication/against-consensus/alike';
import type { AgainstUnit, Why } from '@/lib/adjudication/against-consensus/against-consensus';
import type { ContentMark } from '@/lib/adjudication/layer-content';
import type { Whose } from './against-words';
import { againstWords, reasonWords, unnamedWords, whoWords } from './against-words';
import classes from './against-consensus.module.css';

type Parts = { text: string; shelf: LabelShelf };

function Side({
  who,
  marks,
  unit,
  text,
  shelf,
}: Parts & { who: string; marks: readonly ContentMark[]; unit: AgainstUnit }) {
  const around = aroundSpan(text, unit);
  return (
    <div className={classes.side}>
      <div className={classes.who}>{who}</div>
      {marks.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing here.
        </Text>
      )}
      {marks.map(({ id, label, segments, attributes, note, confidence }) => (
        <div key={id}>
          <LabelMark label={shelf.of(label)} words={shelf.of(label).name} />
          <PassageWords
            pieces={standPieces(text, around, segments)}
            goesBefore={around.goesBefore}
            goesAfter={around.goesAfter}
          />
          {saidLines({ attributes, note, confidence }, shelf.of(label)).map((line) => (
            <p key={line} className={classes.said}>
              {line}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

function WhyLine({ why }: { why: Why }) {
  return (
    <li className={classes.why}>
      <span className={classes.reason}>{reasonWords(why)}</span>{' '}
      <Text span size="xs" c="dimmed">
        {why.deed === 'reject' ? 'Rejected' : 'Decided'}{' '}
        {why.rule === '' ? 'by' : 'by a rule, run by'} <bdi>{why.by.name}</bdi>,{' '}
        <Time at={why.at} />
      </Text>{' '}
      <Anchor component={Link} href={`/decisions/${why.decisionId}`} size="xs" underline="always">
        The decided case
      </Anchor>
    </li>
  );
}

/** One place: what the reading marked, what the consensus has, and why. */
export function AgainstPlace({
  unit,
  whose,
  isOpen,
  text,
  shelf,
}: Parts & { unit: AgainstUnit; whose: Whose; isOpen: boolean }) {
  const { mine, settled, whys } = unit;
  const parts = { unit, text, shelf };
  const isSame = isAlike(unit);
  return (
    <li className={classes.place} data-parted={!isSame || undefined}>
      <h3 className={classes.parting}>{againstWords(unit, whose)}</h3>
      <div className={classes.sides}>
        <Side
          who={isSame ? `${whoWords(whose)} and the consensus` : whoWords(whose)}
          marks={mine}
          {...parts}
        />
        {!isSame && <Side who="The consensus" marks={settled} {...parts} />}
      </div>
      {whys.length > 0 && (
        <ul className={classes.whys} aria-label="Why">
          {whys.map((why) => (
            <WhyLine key={why.decisionId} why={why} />
          ))}
        </ul>
      )}
      {whys.length === 0 && !isSame && (
        <Text size="xs" c="dimmed" mt={6}>
          {unnamedWords(unit, isOpen)}
        </Text>
      )}
    </li>
  );
}
