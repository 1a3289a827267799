'use client';

import { ArticleDiscussion } from '@/components/discussion/discussion-panel';
import { DiscussionButton } from '@/components/discussion/discussion-controls';
import { ColleagueColors } from '@/components/live/colleague-paint';
import { MarginMarkers } from '@/components/live/people-here';
import { AccessAlert } from '@/components/live/page-access';
import { keyList } from '@/components/workbench/key-map';
import { textSizes } from '@/components/workbench/display-menu';
import { useSteady } from '@/components/workbench/page-state';
import { ChosenTools } from './label-bar';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { ArticleText } from '@/components/article-text/article-text';
import { DiscussionMargin } from '@/components/discussion/discussion-margin';
import { HereCard } from '@/components/live/here-card';
import { Together } from '@/components/live/together';
import table from '@/components/workbench/article-table.module.css';
import { may } from '@/lib/access/permission';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import classes from './annotate-page.module.css';
import { Announcer } from '@/components/workbench/announcer';
import {
  ArticleNavigation,
  mayCompare,
  ArticleHead,
} from '@/components/workbench/article-navigation';
import { CardColumn } from './card-column';
import { CommandPalette } from './command-palette';
import { AnnotateToolbar } from './annotate-toolbar';
import { AnnotateWarnings } from './annotate-warnings';
import { FloatingBar, usePressed } from './floating-bar';
import { KeyHelp } from '@/components/workbench/key-help';
import { useWorkspace } from './use-workspace';

/** Loaded on narrow screens only. */
const CardSheet = dynamic(() => import('./card-sheet').then((module) => module.CardSheet), {
  ssr: false,
});

/**
 * The page on which an analyst annotates an article: the text with their own annotations, and all
 * actions on them.
 */
export function AnnotatePage({ workspace }: { workspace: ArticleWorkspace }) {
  const router = useRouter();
  const state = useWorkspace(workspace);
  const { work, lookup, chosen, actions, around, overlay, setOverlay, settings, held } = state;
  const { article, articleBox, layoutNotifier, fields, hereCard } = around;
  const { together } = state;
  const [isPressed, press] = usePressed();
  const isGone = together.access === 'gone';
  const [chosenId, isFixed] = [chosen?.id ?? null, work.layerState === 'submitted' || isGone];

  const label = useSteady(actions.label);
  const change = useSteady(actions.change);
  const remove = useSteady(() => state.perform({ do: 'remove' }));
  const closeCard = useSteady(state.close);
  const openCard = useSteady(state.openCard);
  const editorActions = useMemo(
    () => ({ label, change, remove, closeCard }),
    [label, change, remove, closeCard],
  );
  const keys = useMemo(() => keyList(state.modifier, lookup.offered), [state.modifier, lookup]);
  const find = useSteady(() => state.perform({ do: 'palette' }));
  const cards = {
    annotations: work.annotations,
    chosenId,
    lookup,
    isFixed,
    fields,
    actions: editorActions,
    onChoose: openCard,
  };
  const runAndRefresh = async (action: () => Promise<void>) => {
    await action();
    router.refresh();
  };
  const onChosen = chosen === null ? null : 'Relabel the annotation';
  const labelsDo = held === null ? onChosen : 'Label the selection';
  const perform = useSteady(state.perform);
  const submit = useSteady(() => runAndRefresh(work.submit));
  const reopen = useSteady(() => runAndRefresh(work.reopen));
  const openSubmit = useSteady((isOpen: boolean) => setOverlay(isOpen ? 'submit' : null));
  const openSheet = useSteady(() => setOverlay('sheet'));
  const close = useSteady(() => setOverlay(null));

  const colleaguesHere = <HereCard here={together.here} lookup={lookup} card={hereCard} />;

  return (
    <ArticleDiscussion discussion={state.discussion} text={workspace.text}>
      <div
        className={classes.page}
        style={{ '--article-size': `${textSizes[settings.size] / 16}rem` } as CSSProperties}
        data-docked={(state.isNarrow && (held !== null || chosen !== null)) || undefined}
      >
        <AnnotateToolbar
          articleId={workspace.article.id}
          work={work}
          mayReopen={workspace.mayReopen}
          inRound={workspace.round?.isMine ?? false}
          isLearner={workspace.calibration === 'learner'}
          modifier={state.modifier}
          isSubmitOpen={overlay === 'submit'}
          settings={settings}
          onSettings={state.setSettings}
          onCommand={perform}
          onSubmitOpen={openSubmit}
          onSheet={openSheet}
          onSubmit={submit}
          onReopen={reopen}
        />
        <ColleagueColors layers={together.layers} people={together.people} />
        <div className={classes.warnings}>
          <AccessAlert access={together.access} path={`/articles/${workspace.article.id}`} />
          <AnnotateWarnings
            workspace={workspace}
            work={work}
            lookup={lookup}
            warning={state.warning}
            mayWrite={!isGone}
            onDismissWarning={() => state.setWarning('')}
          />
          {!state.isWide && colleaguesHere}
        </div>
        <div className={`${table.grid} ${classes.grid}`}>
          <div className={table.navigation}>
            <ArticleNavigation
              project={workspace.project}
              previous={workspace.previous}
              next={workspace.next}
              codebookVersion={workspace.codebook.version}
              articleId={workspace.article.id}
              layerCount={workspace.otherLayersVisible.length}
              compares={mayCompare(workspace)}
              mayAdjudicate={may(workspace.role, 'write consensus')}
            />
            <Together together={together} article={article}>
              {state.isWide && colleaguesHere}
            </Together>
          </div>
          <div className={table.head}>
            <ArticleHead article={workspace.article} waits={workspace.mayAnnotate} />
            <DiscussionButton />
          </div>
          <div ref={articleBox} className={table.article} onPointerDown={press}>
            <ArticleText
              text={workspace.text}
              segmentation={workspace.segmentation}
              language={workspace.article.language}
              labels={workspace.codebook.content.labels}
              annotations={work.annotations}
              authorName={workspace.author.name}
              chosenId={chosenId}
              letterTags={settings.letterTags}
              onChoose={state.choose}
              onSelection={state.setHeld}
              onResize={actions.resize}
              onLayout={layoutNotifier.notify}
              handle={article}
            />
            <MarginMarkers people={together.people} blocks={together.blocks} article={article} />
            <DiscussionMargin text={workspace.text} />
            {(!isFixed || held !== null) && (
              <FloatingBar
                held={held}
                isDocked={state.isNarrow}
                isDragging={isPressed}
                articleBox={articleBox}
                labels={isFixed ? [] : lookup.offered}
                chosenLabel={isFixed ? null : (chosen?.label ?? null)}
                onLabel={label}
                onFind={find}
              >
                <ChosenTools isHeld={held !== null} onCommand={perform} />
              </FloatingBar>
            )}
          </div>
          <div className={`${table.side} ${classes.cards}`}>
            {!state.isNarrow && (
              <CardColumn
                {...cards}
                article={article}
                articleBox={articleBox}
                layoutNotifier={layoutNotifier}
              />
            )}
          </div>
        </div>
        {state.isNarrow && <CardSheet {...cards} isOpen={overlay === 'sheet'} onClose={close} />}
        <KeyHelp isOpen={overlay === 'help'} onClose={close} groups={keys} />
        <CommandPalette
          workspace={workspace}
          annotations={work.annotations}
          lookup={lookup}
          modifier={state.modifier}
          isOpen={!isFixed}
          labelsDo={isFixed ? null : labelsDo}
          onCommand={perform}
          onLabel={label}
          onShow={state.show}
          onTake={around.saveSelection}
        />
        <Announcer announcement={state.announcement} />
      </div>
    </ArticleDiscussion>
  );
}
