import { useDeferredValue } from 'react';
import type { Reader } from '@/components/comparison/stand-view';
import { RowList } from '@/components/comparison/row-list';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { SettlingPage } from '@/lib/adjudication/desk/settling-page';
import { PlaceDetail } from './place-detail';
import { PlaceFilters } from './place-filters';
import type { PlaceParts } from './place-row';
import { PlaceRow, placeRowHeight } from './place-row';
import { Progress } from './progress';
import { RefusedNote } from './refused-note';
import { RulesPanel } from './rules-panel';
import { SettledEnd } from './settled-end';
import type { SettlingCommand } from './settling-keys';
import type { Settling } from './use-settling';
import classes from './settling-panel.module.css';

/** What stands beside the article: how far one is, the chosen place, and all others; or the rules. */
export function SettlingPanel({
  page,
  state,
  parts,
  readers,
  onCommand,
}: {
  page: SettlingPage;
  state: Settling;
  parts: PlaceParts;
  readers: readonly Reader[];
  onCommand: (command: SettlingCommand) => void;
}) {
  const { desk, counts, chosen, ask, change, choose, keeper } = state;
  const reread = () => keeper.reread();
  const merged = () => {
    // What was done is said where it was done, also where the rules were shown by themselves.
    change({ view: 'rules' });
    return keeper.reread();
  };
  // Keys paint the article and the chosen place first; the list follows.
  const listed = useDeferredValue(state.listed);
  const left = counts.open + counts.changed + counts.attributes;
  const isEnd = chosen === null && desk.consensus !== null;
  if (state.isRules)
    return (
      <div className={classes.panel} data-page-keys>
        <RulesPanel desk={desk} onMerged={merged} onClose={() => change({ view: 'places' })} />
      </div>
    );
  return (
    <div className={classes.panel} data-page-keys>
      <Progress counts={counts} />
      {state.unread && <ProblemAlert problem={state.unread} />}
      {chosen === null && state.refused && (
        <RefusedNote problem={state.refused.problem} onPutAway={state.putAway} />
      )}
      {isEnd && (
        <SettledEnd
          page={page}
          desk={desk}
          left={left}
          waiting={keeper.waiting()}
          onChanged={reread}
        />
      )}
      {chosen !== null && (
        <PlaceDetail place={chosen} page={page} state={state} parts={parts} onCommand={onCommand} />
      )}
      {(desk.units.length > 0 || desk.elsewhere.length > 0) && (
        <>
          {chosen === null && (
            <PlaceFilters
              places={state.places}
              counts={counts}
              kinds={listed.counts}
              readers={readers}
              shelf={state.shelf}
              ask={ask}
              onAsk={change}
            />
          )}
          <RowList
            rows={listed.places}
            chosenId={chosen?.id ?? null}
            height={placeRowHeight}
            row={(place) => (
              <PlaceRow
                place={place}
                isChosen={place.id === chosen?.id}
                onChoose={choose}
                {...parts}
              />
            )}
          />
        </>
      )}
    </div>
  );
}
