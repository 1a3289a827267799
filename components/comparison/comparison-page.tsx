'use client';

import { Anchor, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import Link from 'next/link';
import type { CSSProperties } from 'react';
import { Announcer } from '@/components/annotate/announcer';
import { ArticleHead } from '@/components/annotate/article-head';
import { ArticlePlace } from '@/components/annotate/article-place';
import { KeyHelp } from '@/components/annotate/key-help';
import { textSizes } from '@/components/annotate/reading-settings';
import { wide } from '@/components/live/together';
import table from '@/components/reading/article-table.module.css';
import { RoundNote } from '@/components/rounds/round-note';
import { may } from '@/lib/access/permission';
import { ArticleLanes } from './article-lanes';
import type { ComparisonAsk } from './comparison-ask';
import { comparisonKeys } from './comparison-keys';
import { ComparisonToggles } from './comparison-toggles';
import { ComparisonToolbar } from './comparison-toolbar';
import { NoComparison } from './no-comparison';
import type { PackedDesk } from '@/lib/agreement/comparison/packed-reading';
import { PlacesPanel } from './places-panel';
import { ChosenStrip, PlacesSheet } from './places-sheet';
import { useComparison } from './use-comparison';
import { unitWords } from './unit-words';
import { usePointed } from './use-pointed';
import { useRefresh } from './use-refresh';
import classes from './comparison-page.module.css';

/** An article's readings laid beside each other: on the text, as a list of places, as a matrix of labels. */
export function ComparisonPage({ desk, first }: { desk: PackedDesk; first: ComparisonAsk }) {
  const state = useComparison(desk, first);
  const { ask, readings, compared, chosen, article, settings, overlay, setOverlay, isNarrow } =
    state;
  const { position, box } = usePointed(article, state.chooseAt);
  const refresh = useRefresh();
  const isWide = useMediaQuery(wide) ?? false;
  const close = () => setOverlay(null);
  const isBare = readings.length < 2;
  return (
    <div
      className={classes.room}
      style={{ '--article-size': `${textSizes[settings.size] / 16}rem` } as CSSProperties}
    >
      <ComparisonToolbar
        at={state.at}
        count={compared === null ? null : state.listed.units.length}
        isBusy={refresh.isBusy}
        settings={settings}
        onSettings={state.setSettings}
        onCommand={state.perform}
        onSheet={() => setOverlay('sheet')}
        onRefresh={refresh.now}
      />
      <div className={`${table.grid} ${classes.grid}`}>
        <div className={`${table.place} ${classes.place}`}>
          <ArticlePlace
            project={desk.project}
            previous={desk.previous}
            next={desk.next}
            codebookVersion={desk.codebook.version}
            articleId={desk.article.id}
            room="/comparison"
            settles={may(desk.role, 'write consensus')}
          />
          <Text size="sm" mt={8}>
            <Anchor component={Link} href={`/articles/${desk.article.id}`} inherit>
              {desk.mayAnnotate ? 'My own reading' : 'The article'}
            </Anchor>
          </Text>
          {readings.length > 0 && (
            <ComparisonToggles state={state} position={position} isFolded={!isWide} />
          )}
        </div>
        <div className={table.head}>
          <ArticleHead article={desk.article} waits={desk.mayAnnotate} />
        </div>
        <div className={table.article}>
          <RoundNote
            round={desk.round}
            articleId={desk.article.id}
            isSubmitted={desk.layer?.state === 'submitted'}
            place="comparison"
          />
          {(isBare || desk.opensOnSubmission) && (
            <NoComparison
              articleId={desk.article.id}
              opensOnSubmission={desk.opensOnSubmission}
              role={desk.role}
              mayAnnotate={desk.mayAnnotate}
              authors={readings.map(({ author }) => author)}
              isOwnAmong={readings.some(({ authorId }) => authorId === desk.author.id)}
            />
          )}
          <ArticleLanes
            desk={desk}
            article={article}
            blocks={state.blocks}
            box={box}
            readings={state.shown}
            compared={compared}
            labels={desk.codebook.content.labels}
            hide={ask.hide}
            heat={ask.heat}
            chosen={chosen}
          />
        </div>
        <aside className={`${table.side} ${classes.side}`} aria-label="Where readings part">
          <div className={classes.panel}>
            {!isNarrow && !isBare && <PlacesPanel {...state.panel} />}
          </div>
        </aside>
      </div>
      {isNarrow && (
        <PlacesSheet title="Where readings part" isOpen={overlay === 'sheet'} onClose={close}>
          <PlacesPanel {...state.panel} />
        </PlacesSheet>
      )}
      {isNarrow && chosen !== null && overlay === null && (
        <ChosenStrip
          words={unitWords(chosen)}
          action="Who said what"
          onOpen={() => setOverlay('sheet')}
        />
      )}
      <KeyHelp isOpen={overlay === 'help'} onClose={close} groups={comparisonKeys} />
      <Announcer said={state.said} />
    </div>
  );
}
