'use client';

import { useRouter } from 'next/navigation';
import type { CSSProperties } from 'react';
import { useCallback, useEffect, useRef, useTransition } from 'react';
import { Anchor, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import Link from 'next/link';
import { Announcer } from '@/components/workbench/announcer';
import { ArticleHead, ArticleNavigation } from '@/components/workbench/article-navigation';
import { KeyHelp } from '@/components/workbench/key-help';
import { textSizes } from '@/components/workbench/display-menu';
import { wide } from '@/components/live/together';
import table from '@/components/workbench/article-table.module.css';
import { RoundNote } from '@/components/workbench/article-notes';
import { may } from '@/lib/access/permission';
import { ArticleLanes } from '@/components/workbench/article-lanes';
import type { ComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import type { PackedWorkspace } from '@/lib/comparison/comparison-workspace';
import { ChosenStrip, UnitsSheet } from '@/components/workbench/unit-controls';
import { formatKinds } from '@/components/workbench/messages';
import { usePointed } from '@/components/workbench/pointed-position';
import classes from '@/components/workbench/page-frame.module.css';
import { comparisonKeys } from './comparison-keys';
import { ComparisonToggles } from './comparison-toggles';
import { ComparisonToolbar } from './comparison-toolbar';
import { NoComparison } from './no-comparison';
import { UnitsPanel } from './units-panel';
import { useComparison } from './use-comparison';

/** How long the page must be hidden before it reloads its data on return, in milliseconds. */
const away = 30_000;

/** Reloads the page's data: on `now`, and on return to a page that was hidden for a while. */
function useRefresh(): { now: () => void; isBusy: boolean } {
  const router = useRouter();
  const [isBusy, begin] = useTransition();
  const leftAt = useRef<number | null>(null);
  const now = useCallback(() => begin(() => router.refresh()), [router]);
  useEffect(() => {
    const turn = () => {
      if (document.visibilityState === 'hidden') leftAt.current = performance.now();
      else if (leftAt.current !== null && performance.now() - leftAt.current > away) now();
    };
    document.addEventListener('visibilitychange', turn);
    return () => document.removeEventListener('visibilitychange', turn);
  }, [now]);
  return { now, isBusy };
}

/** Compares the annotations of an article: as lines under the text, as a list of passages, as a label matrix. */
export function ComparisonPage({
  workspace,
  first,
}: {
  workspace: PackedWorkspace;
  first: ComparisonPageQuery;
}) {
  const state = useComparison(workspace, first);
  const { query, allLayers, compared, chosen, article, settings, overlay, setOverlay, isNarrow } =
    state;
  const { position, box } = usePointed(article, state.chooseAt);
  const refresh = useRefresh();
  const isWide = useMediaQuery(wide) ?? false;
  const close = () => setOverlay(null);
  const isBare = allLayers.length < 2;
  return (
    <div
      className={classes.page}
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
        <div className={`${table.navigation} ${classes.navigation}`}>
          <ArticleNavigation
            project={workspace.project}
            previous={workspace.previous}
            next={workspace.next}
            codebookVersion={workspace.codebook.version}
            articleId={workspace.article.id}
            subpath="/comparison"
            mayAdjudicate={may(workspace.role, 'write consensus')}
          />
          <Text size="sm" mt={8}>
            <Anchor component={Link} href={`/articles/${workspace.article.id}`} inherit>
              {workspace.mayAnnotate ? 'My annotations' : 'The article'}
            </Anchor>
          </Text>
          {allLayers.length > 0 && (
            <ComparisonToggles state={state} position={position} isFolded={!isWide} />
          )}
        </div>
        <div className={table.head}>
          <ArticleHead article={workspace.article} waits={workspace.mayAnnotate} />
        </div>
        <div className={table.article}>
          <RoundNote
            round={workspace.round}
            articleId={workspace.article.id}
            isSubmitted={workspace.layer?.state === 'submitted'}
            page="comparison"
          />
          {(isBare || workspace.opensOnSubmission) && (
            <NoComparison
              articleId={workspace.article.id}
              opensOnSubmission={workspace.opensOnSubmission}
              role={workspace.role}
              mayAnnotate={workspace.mayAnnotate}
              authors={allLayers.map(({ author }) => author)}
              isOwnAmong={allLayers.some(({ authorId }) => authorId === workspace.author.id)}
            />
          )}
          <ArticleLanes
            workspace={workspace}
            article={article}
            blocks={state.blocks}
            box={box}
            layers={state.shown}
            compared={compared}
            labels={workspace.codebook.content.labels}
            hide={query.hide}
            heat={query.heat}
            chosen={chosen}
          />
        </div>
        <aside className={`${table.side} ${classes.side}`} aria-label="Disagreements">
          <div className={classes.panel}>
            {!isNarrow && !isBare && <UnitsPanel {...state.panel} />}
          </div>
        </aside>
      </div>
      {isNarrow && (
        <UnitsSheet title="Disagreements" isOpen={overlay === 'sheet'} onClose={close}>
          <UnitsPanel {...state.panel} />
        </UnitsSheet>
      )}
      {isNarrow && chosen !== null && overlay === null && (
        <ChosenStrip
          text={formatKinds(chosen)}
          action="Show details"
          onOpen={() => setOverlay('sheet')}
        />
      )}
      <KeyHelp isOpen={overlay === 'help'} onClose={close} groups={comparisonKeys} />
      <Announcer announcement={state.announcement} />
    </div>
  );
}
