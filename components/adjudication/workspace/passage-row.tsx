import type { LabelLookup } from '@/components/article-text/labels';
import { formatKinds } from '@/components/workbench/messages';
import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { shortQuote } from '@/components/ui/format-text';
import { LabelHighlight } from '@/components/article-text/label-highlight';
import type { LayerAuthor } from '@/components/workbench/version-annotations';
import rows from '@/components/workbench/unit-list.module.css';
import type { Passage } from './passage';
import { outcomeAt } from './passage';
import { stateText, versionLetter } from './adjudication-messages';
import classes from './passage-detail.module.css';

/** The height of a row with the gap below it, in px. */
export const passageRowHeight = 84;

/** What every row needs to name labels and people. */
export type PassageContext = {
  lookup: LabelLookup;
  /** The author of a layer; undefined where names are hidden. */
  authorOf: (layerId: string | null) => LayerAuthor | undefined;
};

function Labels({ keys, lookup }: { keys: readonly string[]; lookup: LabelLookup }) {
  return [...new Set(keys)].map((key) => (
    <LabelHighlight key={key} label={lookup.of(key)} text={lookup.of(key).tag} />
  ));
}

/**
 * A passage in the list: its state, its kinds of disagreement, its words and its versions. Pressing
 * it chooses it.
 */
export const PassageRow = memo(function PassageRow({
  passage,
  isChosen,
  onChoose,
  lookup,
  authorOf,
}: PassageContext & {
  passage: Passage;
  isChosen: boolean;
  onChoose: (passageId: string) => void;
}) {
  const { versions, silent, state, decisions } = passage;
  const silentTags = passage.silentLayers.flatMap((layerId) => authorOf(layerId)?.tag ?? []);
  const outcomeLabels = outcomeAt(passage).map(({ label }) => label);
  return (
    <UnstyledButton
      className={rows.row}
      h={passageRowHeight - 6}
      data-unit={passage.id}
      data-state={state}
      aria-current={isChosen || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(passage.id)}
    >
      <span className={rows.kinds}>
        <b>{state === 'elsewhere' ? 'No annotations' : formatKinds(passage)}</b>
        <span className={classes.state} data-state={state}>
          {stateText[state].name}
          {state === 'person' && decisions[0] ? ` · ${decisions[0].by.name}` : ''}
        </span>
      </span>
      <span className={rows.quote}>{shortQuote(passage.quote, 70)}</span>
      <span className={rows.versions}>
        {versions.map(({ holders }, at) => {
          const tags = holders.flatMap(({ layerId }) => authorOf(layerId)?.tag ?? []);
          const labels = holders[0]?.annotations.map(({ label }) => label) ?? [];
          return (
            <span key={at} className={rows.version}>
              <span>{tags.length > 0 ? tags.join(' ') : versionLetter(at)}</span>{' '}
              <Labels keys={labels} lookup={lookup} />
            </span>
          );
        })}
        {silent > 0 && (
          <span className={rows.version}>
            {silentTags.length > 0 ? silentTags.join(' ') : silent}{' '}
            <span className={rows.dimmed}>nothing</span>
          </span>
        )}
        {decisions.length > 0 && (
          <span className={rows.version}>
            →{' '}
            {outcomeLabels.length === 0 ? (
              'nothing'
            ) : (
              <Labels keys={outcomeLabels} lookup={lookup} />
            )}
          </span>
        )}
      </span>
    </UnstyledButton>
  );
});
