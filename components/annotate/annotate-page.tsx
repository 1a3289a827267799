'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import { ArticleText } from '@/components/article-text/article-text';
import { mayCompare } from '@/components/comparison/may-compare';
import { ArticleTalk } from '@/components/discussion/article-talk';
import { TalkButton } from '@/components/discussion/talk-button';
import { TalkMargin } from '@/components/discussion/talk-margin';
import { ColleagueInk } from '@/components/live/colleague-ink';
import { HereCard } from '@/components/live/here-card';
import { MarginMarkers } from '@/components/live/margin-markers';
import { StandingNote } from '@/components/live/standing-note';
import { Together } from '@/components/live/together';
import table from '@/components/reading/article-table.module.css';
import { may } from '@/lib/access/permission';
import type { Desk } from '@/lib/annotation/desk';
import classes from './annotate-page.module.css';
import { Announcer } from './announcer';
import { ArticleHead } from './article-head';
import { ArticlePlace } from './article-place';
import { CardColumn } from './card-column';
import { ChosenTools } from './chosen-tools';
import { DeskPalette } from './desk-palette';
import { DeskToolbar } from './desk-toolbar';
import { DeskWarnings } from './desk-warnings';
import { FloatingBar } from './floating-bar';
import { KeyHelp } from './key-help';
import { keyList } from './key-list';
import { textSizes } from './reading-settings';
import { useDesk } from './use-desk';
import { usePressed } from './use-pressed';
import { useSteady } from './use-steady';

/** Only narrow screens load it. */
const CardSheet = dynamic(() => import('./card-sheet').then((module) => module.CardSheet), {
  ssr: false,
});

/** The reading room: the article, one's own highlights in it, and everything that can be done with them. */
export function AnnotatePage({ desk }: { desk: Desk }) {
  const router = useRouter();
  const state = useDesk(desk);
  const { work, shelf, chosen, deeds, around, overlay, setOverlay, settings, held } = state;
  const { article, articleBox, bell, fields, hereCard } = around;
  const { together } = state;
  const [isPressed, press] = usePressed();
  const isGone = together.standing === 'gone';
  const [chosenId, isFixed] = [chosen?.id ?? null, work.layerState === 'submitted' || isGone];

  const label = useSteady(deeds.label);
  const change = useSteady(deeds.change);
  const remove = useSteady(() => state.perform({ do: 'remove' }));
  const letGo = useSteady(state.close);
  const openCard = useSteady(state.openCard);
  const editorDeeds = useMemo(
    () => ({ label, change, remove, letGo }),
    [label, change, remove, letGo],
  );
  const keys = useMemo(() => keyList(state.modifier, shelf.offered), [state.modifier, shelf]);
  const find = useSteady(() => state.perform({ do: 'palette' }));
  const cards = {
    annotations: work.annotations,
    chosenId,
    shelf,
    isFixed,
    fields,
    deeds: editorDeeds,
    onChoose: openCard,
  };
  const settle = async (deed: () => Promise<void>) => {
    await deed();
    router.refresh();
  };
  const onChosen = chosen === null ? null : 'Label the highlight anew';
  const labelsDo = held === null ? onChosen : 'Label the selection';
  const perform = useSteady(state.perform);
  const submit = useSteady(() => settle(work.submit));
  const reopen = useSteady(() => settle(work.reopen));
  const openSubmit = useSteady((isOpen: boolean) => setOverlay(isOpen ? 'submit' : null));
  const openSheet = useSteady(() => setOverlay('sheet'));
  const close = useSteady(() => setOverlay(null));

  const colleaguesHere = <HereCard here={together.here} shelf={shelf} card={hereCard} />;

  return (
    <ArticleTalk talk={state.talk} text={desk.text}>
      <div
        className={classes.room}
        style={{ '--article-size': `${textSizes[settings.size] / 16}rem` } as CSSProperties}
        data-docked={(state.isNarrow && (held !== null || chosen !== null)) || undefined}
      >
        <DeskToolbar
          articleId={desk.article.id}
          work={work}
          mayReopen={desk.mayReopen}
          inRound={desk.round?.isMine ?? false}
          isLearner={desk.calibration === 'learner'}
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
        <ColleagueInk layers={together.layers} people={together.people} />
        <div className={classes.warnings}>
          <StandingNote standing={together.standing} path={`/articles/${desk.article.id}`} />
          <DeskWarnings
            desk={desk}
            work={work}
            shelf={shelf}
            warning={state.warning}
            mayWrite={!isGone}
            onPutAway={() => state.setWarning('')}
          />
          {!state.isWide && colleaguesHere}
        </div>
        <div className={`${table.grid} ${classes.grid}`}>
          <div className={table.place}>
            <ArticlePlace
              project={desk.project}
              previous={desk.previous}
              next={desk.next}
              codebookVersion={desk.codebook.version}
              articleId={desk.article.id}
              readings={desk.otherLayersVisible.length}
              compares={mayCompare(desk)}
              settles={may(desk.role, 'write consensus')}
            />
            <Together together={together} article={article}>
              {state.isWide && colleaguesHere}
            </Together>
          </div>
          <div className={table.head}>
            <ArticleHead article={desk.article} waits={desk.mayAnnotate} />
            <TalkButton />
          </div>
          <div ref={articleBox} className={table.article} onPointerDown={press}>
            <ArticleText
              text={desk.text}
              segmentation={desk.segmentation}
              language={desk.article.language}
              labels={desk.codebook.content.labels}
              annotations={work.annotations}
              authorName={desk.author.name}
              chosenId={chosenId}
              letterTags={settings.letterTags}
              onChoose={state.choose}
              onSelection={state.setHeld}
              onResize={deeds.resize}
              onLayout={bell.ring}
              handle={article}
            />
            <MarginMarkers people={together.people} blocks={together.blocks} article={article} />
            <TalkMargin text={desk.text} />
            {(!isFixed || held !== null) && (
              <FloatingBar
                held={held}
                isDocked={state.isNarrow}
                isDragging={isPressed}
                articleBox={articleBox}
                labels={isFixed ? [] : shelf.offered}
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
              <CardColumn {...cards} article={article} articleBox={articleBox} bell={bell} />
            )}
          </div>
        </div>
        {state.isNarrow && <CardSheet {...cards} isOpen={overlay === 'sheet'} onClose={close} />}
        <KeyHelp isOpen={overlay === 'help'} onClose={close} groups={keys} />
        <DeskPalette
          desk={desk}
          annotations={work.annotations}
          shelf={shelf}
          modifier={state.modifier}
          isOpen={!isFixed}
          labelsDo={isFixed ? null : labelsDo}
          onCommand={perform}
          onLabel={label}
          onShow={state.show}
          onTake={around.keepSelection}
        />
        <Announcer said={state.said} />
      </div>
    </ArticleTalk>
  );
}
