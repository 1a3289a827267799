import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { shortQuote } from '@/components/annotate/deed-words';
import type { LabelShelf } from '@/components/annotate/label-shelf';
import { LabelMark } from '@/components/codebook/label-mark';
import type { ListedUnit } from './comparing';
import type { ShownReading } from './reading-shelf';
import { standGroups } from './stand-groups';
import { partingWords, unitWords } from './unit-words';
import classes from './unit-list.module.css';

/** How high a row is, in px: all are alike, so that only those in view need to be there. */
export const unitRowHeight = 84;

/** What every row is told by. */
export type RowParts = {
  text: string;
  shelf: LabelShelf;
  readingOf: (layerId: string) => ShownReading | undefined;
};

/** A place where readings part, or agree: how, which words, and who says what. Pressing goes there. */
export const UnitRow = memo(function UnitRow({
  unit,
  isChosen,
  onChoose,
  text,
  shelf,
  readingOf,
}: RowParts & { unit: ListedUnit; isChosen: boolean; onChoose: (unitId: string) => void }) {
  const groups = standGroups(unit);
  return (
    <UnstyledButton
      className={classes.row}
      h={unitRowHeight - 6}
      data-unit={unit.id}
      aria-current={isChosen || undefined}
      onClick={() => onChoose(unit.id)}
    >
      <span className={classes.kinds}>
        <b>{unitWords(unit)}</b>
        <span className={classes.faint}>{partingWords(unit.parting, unit.stands.length)}</span>
      </span>
      <span className={classes.quote}>{shortQuote(text.slice(unit.start, unit.end), 70)}</span>
      <span className={classes.sayings}>
        {groups.map(({ stands, labels }) => (
          <span key={stands[0]?.layerId} className={classes.saying}>
            <span>{stands.map(({ layerId }) => readingOf(layerId)?.tag ?? '').join(' ')}</span>{' '}
            {labels.length === 0 ? (
              <span className={classes.faint}>nothing</span>
            ) : (
              labels.map((key) => (
                <LabelMark key={key} label={shelf.of(key)} words={shelf.of(key).tag} />
              ))
            )}
          </span>
        ))}
      </span>
    </UnstyledButton>
  );
});
