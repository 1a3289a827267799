import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { shortQuote } from '@/components/annotate/deed-words';
import type { LabelShelf } from '@/components/annotate/label-shelf';
import { LabelMark } from '@/components/codebook/label-mark';
import type { Reader } from '@/components/comparison/stand-view';
import rows from '@/components/comparison/unit-list.module.css';
import { unitWords } from '@/components/comparison/unit-words';
import type { Place } from './place';
import { outcomeAt } from './place';
import { stateWords, versionLetter } from './settling-words';
import classes from './place-row.module.css';

/** How high a row is with the gap below it, in px. */
export const placeRowHeight = 84;

/** What every row is told by. */
export type PlaceParts = {
  shelf: LabelShelf;
  /** Who reads; undefined where that is kept back. */
  readerOf: (layerId: string | null) => Reader | undefined;
};

function Labels({ keys, shelf }: { keys: readonly string[]; shelf: LabelShelf }) {
  return [...new Set(keys)].map((key) => (
    <LabelMark key={key} label={shelf.of(key)} words={shelf.of(key).tag} />
  ));
}

/** A place of the desk: how far it is, how readings part, which words, and who says what. Pressing goes there. */
export const PlaceRow = memo(function PlaceRow({
  place,
  isChosen,
  onChoose,
  shelf,
  readerOf,
}: PlaceParts & { place: Place; isChosen: boolean; onChoose: (placeId: string) => void }) {
  const { versions, silent, state, decisions } = place;
  const quiet = place.silentLayers.flatMap((layerId) => readerOf(layerId)?.tag ?? []);
  const settled = outcomeAt(place).map(({ label }) => label);
  return (
    <UnstyledButton
      className={rows.row}
      h={placeRowHeight - 6}
      data-place={place.id}
      data-state={state}
      aria-current={isChosen || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(place.id)}
    >
      <span className={rows.kinds}>
        <b>{state === 'elsewhere' ? 'No reading' : unitWords(place)}</b>
        <span className={classes.state} data-state={state}>
          {stateWords[state].name}
          {state === 'person' && decisions[0] ? ` · ${decisions[0].by.name}` : ''}
        </span>
      </span>
      <span className={rows.quote}>{shortQuote(place.quote, 70)}</span>
      <span className={rows.sayings}>
        {versions.map(({ holders }, at) => {
          const tags = holders.flatMap(({ layerId }) => readerOf(layerId)?.tag ?? []);
          const labels = holders[0]?.marks.map(({ label }) => label) ?? [];
          return (
            <span key={at} className={rows.saying}>
              <span>{tags.length > 0 ? tags.join(' ') : versionLetter(at)}</span>{' '}
              <Labels keys={labels} shelf={shelf} />
            </span>
          );
        })}
        {silent > 0 && (
          <span className={rows.saying}>
            {quiet.length > 0 ? quiet.join(' ') : silent}{' '}
            <span className={rows.faint}>nothing</span>
          </span>
        )}
        {decisions.length > 0 && (
          <span className={rows.saying}>
            → {settled.length === 0 ? 'nothing' : <Labels keys={settled} shelf={shelf} />}
          </span>
        )}
      </span>
    </UnstyledButton>
  );
});
