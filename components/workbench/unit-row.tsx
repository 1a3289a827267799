import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { shortQuote } from '@/components/ui/format-text';
import type { LabelLookup } from '@/components/article-text/label-lookup';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { ListedUnit } from './comparing';
import type { TaggedLayer } from './layer-index';
import { versionGroups } from './version-groups';
import { disagreementMessage, formatKinds } from './unit-text';
import classes from './unit-list.module.css';

/** How high a row is, in px: all are alike, so that only those in view need to be there. */
export const unitRowHeight = 84;

/** What every row is told by. */
export type UnitRowProps = {
  text: string;
  lookup: LabelLookup;
  layerOf: (layerId: string) => TaggedLayer | undefined;
};

/** A place where readings part, or agree: how, which words, and who says what. Pressing goes there. */
export const UnitRow = memo(function UnitRow({
  unit,
  isChosen,
  onChoose,
  text,
  lookup,
  layerOf,
}: UnitRowProps & { unit: ListedUnit; isChosen: boolean; onChoose: (unitId: string) => void }) {
  const groups = versionGroups(unit);
  return (
    <UnstyledButton
      className={classes.row}
      h={unitRowHeight - 6}
      data-unit={unit.id}
      aria-current={isChosen || undefined}
      onClick={() => onChoose(unit.id)}
    >
      <span className={classes.kinds}>
        <b>{formatKinds(unit)}</b>
        <span className={classes.dimmed}>
          {disagreementMessage(unit.disagreeingPairs, unit.versions.length)}
        </span>
      </span>
      <span className={classes.quote}>{shortQuote(text.slice(unit.start, unit.end), 70)}</span>
      <span className={classes.versions}>
        {groups.map(({ versions, labels }) => (
          <span key={versions[0]?.layerId} className={classes.version}>
            <span>{versions.map(({ layerId }) => layerOf(layerId)?.tag ?? '').join(' ')}</span>{' '}
            {labels.length === 0 ? (
              <span className={classes.dimmed}>nothing</span>
            ) : (
              labels.map((key) => (
                <LabelHighlight key={key} label={lookup.of(key)} text={lookup.of(key).tag} />
              ))
            )}
          </span>
        ))}
      </span>
    </UnstyledButton>
  );
});
