import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import { PassageText } from './passage-text';
import { versionPieces } from './version-pieces';
import { detailLines } from './version-annotations';
import { Time } from '@/components/ui/time';
import { aroundSpan } from '@/lib/annotation/around-span';
import { isAlike } from '@/lib/adjudication/against-consensus/alike';
import type { AgainstUnit, Why } from '@/lib/adjudication/against-consensus/against-consensus';
import type { VersionedAnnotation } from '@/lib/adjudication/versioned-annotation';
import type { Whose } from './against-consensus-messages';
import {
  differenceMessage,
  reasonMessage,
  noDecisionMessage,
  subjectName,
} from './against-consensus-messages';
import classes from './against-consensus.module.css';

type SharedProps = { text: string; lookup: LabelLookup };

function Side({
  who,
  annotations,
  unit,
  text,
  lookup,
}: SharedProps & { who: string; annotations: readonly VersionedAnnotation[]; unit: AgainstUnit }) {
  const around = aroundSpan(text, unit);
  return (
    <div className={classes.side}>
      <div className={classes.author}>{who}</div>
      {annotations.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing here.
        </Text>
      )}
      {annotations.map(({ id, label, segments, attributes, note, confidence }) => (
        <div key={id}>
          <LabelHighlight label={lookup.of(label)} text={lookup.of(label).name} />
          <PassageText
            pieces={versionPieces(text, around, segments)}
            goesBefore={around.goesBefore}
            goesAfter={around.goesAfter}
          />
          {detailLines({ attributes, note, confidence }, lookup.of(label)).map((line) => (
            <p key={line} className={classes.annotationDetails}>
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
    <li className={classes.reasonItem}>
      <span className={classes.reason}>{reasonMessage(why)}</span>{' '}
      <Text span size="xs" c="dimmed">
        {why.kind === 'reject' ? 'Rejected' : 'Decided'}{' '}
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
export function AgainstConsensusUnit({
  unit,
  whose,
  isOpen,
  text,
  lookup,
}: SharedProps & { unit: AgainstUnit; whose: Whose; isOpen: boolean }) {
  const { mine, consensus, whys } = unit;
  const shared = { unit, text, lookup };
  const isSame = isAlike(unit);
  return (
    <li className={classes.unit} data-differs={!isSame || undefined}>
      <h3 className={classes.disagreement}>{differenceMessage(unit, whose)}</h3>
      <div className={classes.sides}>
        <Side
          who={isSame ? `${subjectName(whose)} and the consensus` : subjectName(whose)}
          annotations={mine}
          {...shared}
        />
        {!isSame && <Side who="The consensus" annotations={consensus} {...shared} />}
      </div>
      {whys.length > 0 && (
        <ul className={classes.reasons} aria-label="Why">
          {whys.map((why) => (
            <WhyLine key={why.decisionId} why={why} />
          ))}
        </ul>
      )}
      {whys.length === 0 && !isSame && (
        <Text size="xs" c="dimmed" mt={6}>
          {noDecisionMessage(unit, isOpen)}
        </Text>
      )}
    </li>
  );
}
