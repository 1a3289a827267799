'use client';

import { aroundSpan } from '@/lib/annotation/span-selection';
import { isAlike } from '@/lib/adjudication/changes/unit-outcome';
import type { AgainstUnit, Why, VersionedAnnotation } from '@/lib/adjudication/against-consensus';
import { Anchor, Text, SegmentedControl } from '@mantine/core';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import type { LabelLookup } from '@/components/article-text/labels';
import { labelLookup } from '@/components/article-text/labels';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import { Time } from '@/components/ui/time';
import type { Label } from '@/lib/codebook/codebook';
import { PassageText, versionPieces, detailLines } from './version-annotations';
import type { Whose, AgainstFilter } from './against-consensus-messages';
import {
  differenceMessage,
  reasonMessage,
  noDecisionMessage,
  subjectName,
  againstCounts,
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
          No annotation here.
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
        Show the decision
      </Anchor>
    </li>
  );
}

/** One passage: what the analyst annotated, what the consensus has, and why. */
function AgainstConsensusUnit({
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

const filters = [
  { value: 'differing', label: 'Differences' },
  { value: 'all', label: 'All' },
];

/** A layer compared with the consensus, passage by passage, with reasons. Positions are UTF-16 code units of `text`. */
export function AgainstConsensus({
  units,
  text,
  labels,
  whose = { name: null },
  isOpen = false,
}: {
  units: readonly AgainstUnit[];
  text: string;
  labels: readonly Label[];
  /** The viewer's own layer by default. */
  whose?: Whose;
  /** Whether the article is still being adjudicated. */
  isOpen?: boolean;
}) {
  const [filter, setFilter] = useState<AgainstFilter>('differing');
  const lookup = useMemo(() => labelLookup(labels), [labels]);
  const shown = filter === 'all' ? units : units.filter((unit) => !isAlike(unit));
  return (
    <div>
      <div className={classes.head}>
        <Text size="sm">{againstCounts(units)}</Text>
        <SegmentedControl
          size="xs"
          data={filters}
          value={filter}
          onChange={(value) => setFilter(value === 'all' ? 'all' : 'differing')}
          aria-label="Which passages are shown"
        />
      </div>
      {shown.length === 0 ? (
        <Text c="dimmed">
          {units.length === 0
            ? 'There are no annotations in this article.'
            : 'All annotations are as in the consensus.'}
        </Text>
      ) : (
        <ol className={classes.units}>
          {shown.map((unit) => (
            <AgainstConsensusUnit
              key={unit.id}
              unit={unit}
              whose={whose}
              isOpen={isOpen}
              text={text}
              lookup={lookup}
            />
          ))}
        </ol>
      )}
    </div>
  );
}
