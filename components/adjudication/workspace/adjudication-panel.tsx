import { RowList } from '@/components/workbench/unit-list';
import { useDeferredValue } from 'react';
import type { LayerAuthor } from '@/components/workbench/version-annotations';
import { ProblemAlert } from '@/components/ui/problem-alert';
import type { AdjudicationPageData } from '@/lib/adjudication/workspace/adjudication-page-data';
import { RefusedNote } from './passage-decisions';
import { AutoResolvePanel } from './auto-resolve-panel';
import { PassageDetail } from './passage-detail';
import { PassageFilters } from './passage-filters';
import type { PassageContext } from './passage-row';
import { PassageRow, passageRowHeight } from './passage-row';
import { Progress } from './progress';
import { ResolveSection } from './resolve-section';
import type { AdjudicationCommand } from './adjudication-keys';
import type { AdjudicationState } from './use-adjudication';
import classes from './adjudication-panel.module.css';

/** The panel beside the article: progress, the chosen passage, and all others; or auto-resolve. */
export function AdjudicationPanel({
  page,
  state,
  context,
  authors,
  onCommand,
}: {
  page: AdjudicationPageData;
  state: AdjudicationState;
  context: PassageContext;
  authors: readonly LayerAuthor[];
  onCommand: (command: AdjudicationCommand) => void;
}) {
  const { workspace, counts, chosen, query, change, choose, persister } = state;
  const reread = () => persister.reread();
  const merged = () => {
    // The result is shown in the auto-resolve panel, also where it was open by default.
    change({ view: 'auto-resolve' });
    return persister.reread();
  };
  // Keys paint the article and the chosen passage first; the list follows.
  const listed = useDeferredValue(state.listed);
  const left = counts.open + counts.changed + counts.attributes;
  const isEnd = chosen === null && workspace.consensus !== null;
  if (state.isRules)
    return (
      <div className={classes.panel} data-page-keys>
        <AutoResolvePanel
          workspace={workspace}
          onMerged={merged}
          onClose={() => change({ view: 'passages' })}
        />
      </div>
    );
  return (
    <div className={classes.panel} data-page-keys>
      <Progress counts={counts} />
      {state.readProblem && <ProblemAlert problem={state.readProblem} />}
      {chosen === null && state.refused && (
        <RefusedNote problem={state.refused.problem} onDismiss={state.dismissRefusal} />
      )}
      {isEnd && (
        <ResolveSection
          page={page}
          workspace={workspace}
          left={left}
          waiting={persister.waiting()}
          onChanged={reread}
        />
      )}
      {chosen !== null && (
        <PassageDetail
          passage={chosen}
          page={page}
          state={state}
          context={context}
          onCommand={onCommand}
        />
      )}
      {(workspace.units.length > 0 || workspace.elsewhere.length > 0) && (
        <>
          {chosen === null && (
            <PassageFilters
              passages={state.passages}
              counts={counts}
              kinds={listed.counts}
              authors={authors}
              lookup={state.lookup}
              query={query}
              onQueryChange={change}
            />
          )}
          <RowList
            rows={listed.passages}
            chosenId={chosen?.id ?? null}
            height={passageRowHeight}
            row={(passage) => (
              <PassageRow
                passage={passage}
                isChosen={passage.id === chosen?.id}
                onChoose={choose}
                {...context}
              />
            )}
          />
        </>
      )}
    </div>
  );
}
