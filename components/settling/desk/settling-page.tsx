'use client';

import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import type { CSSProperties } from 'react';
import { useCallback, useMemo } from 'react';
import { Announcer } from '@/components/annotate/announcer';
import { ArticleHead } from '@/components/annotate/article-head';
import { ArticleNavigation } from '@/components/annotate/article-place';
import { KeyHelp } from '@/components/annotate/key-help';
import { textSizes } from '@/components/annotate/reading-settings';
import { useSteady } from '@/components/annotate/use-steady';
import { ArticleLanes } from '@/components/comparison/article-lanes';
import classes from '@/components/comparison/comparison-page.module.css';
import { HeatSwitch } from '@/components/comparison/heat-switch';
import { ChosenStrip, UnitsSheet } from '@/components/comparison/places-sheet';
import { authorTags } from '@/components/comparison/reading-shelf';
import { formatKinds } from '@/components/comparison/unit-words';
import { usePointed } from '@/components/comparison/use-pointed';
import { PeopleHere } from '@/components/live/people-here';
import table from '@/components/reading/article-table.module.css';
import type { AdjudicationPageData as Page } from '@/lib/adjudication/desk/settling-page';
import type { Segment } from '@/lib/article/segment';
import { NoAdjudicationNote } from './no-settling';
import { RowNames } from './row-names';
import type { AdjudicationQuery } from './settling-ask';
import { adjudicationKeys } from './settling-keys';
import { AdjudicationPanel } from './settling-panel';
import { AdjudicationToolbar } from './settling-toolbar';
import { useWorkspaceLanes } from './use-desk-lanes';
import { useAdjudication } from './use-settling';
import { useAdjudicationCommands } from './use-settling-commands';

const nothing = () => {};

/** The adjudication desk: the article once with everybody's lines, and its places one after another, to be settled by keyboard. */
export function AdjudicationPage({ data: page, first }: { data: Page; first: AdjudicationQuery }) {
  const state = useAdjudication(page, first);
  const { workspace, query, chosen, article, blocks, settings, overlay, isNarrow, deciding } =
    state;
  const perform = useAdjudicationCommands(state);
  const lanes = useWorkspaceLanes(workspace, state.passages, chosen, deciding.choice, page.text);
  const { box } = usePointed(article, state.chooseAt);
  const close = () => state.setOverlay(null);

  const { layers } = workspace;
  const authors = useMemo(() => {
    const tags = authorTags(layers.map(({ author }) => author));
    return layers.map(({ layerId, author }, at) => ({ layerId, author, tag: tags[at] ?? '' }));
  }, [layers]);
  const authorOf = useCallback(
    (layerId: string | null) => authors.find((author) => author.layerId === layerId),
    [authors],
  );
  const { lookup } = state;
  const context = useMemo(() => ({ lookup, authorOf }), [lookup, authorOf]);
  const panel = { page, state, context, authors, onCommand: perform };
  const resize = useSteady((_: string, segments: Segment[]) => deciding.change({ segments }));
  const inHand = {
    annotations: lanes.annotations,
    authorName: page.author.name,
    chosenId: deciding.step === 'edit' ? (deciding.editing?.id ?? null) : null,
    readOnly: false,
    onChoose: nothing,
    onSelection: nothing,
    onResize: resize,
  };
  return (
    <div
      className={classes.page}
      style={{ '--article-size': `${textSizes[settings.size] / 16}rem` } as CSSProperties}
    >
      <AdjudicationToolbar
        state={state}
        path={`/articles/${page.article.id}/adjudication`}
        onCommand={perform}
      />
      <div className={`${table.grid} ${classes.grid}`}>
        <div className={`${table.navigation} ${classes.navigation}`}>
          <ArticleNavigation
            project={page.project}
            previous={page.previous}
            next={page.next}
            codebookVersion={page.codebook.version}
            articleId={page.article.id}
            subpath="/adjudication"
            compares
          />
          <Text size="sm" mt={8}>
            <Anchor component={Link} href={`/articles/${page.article.id}`} inherit>
              {page.mayAnnotate ? 'My own reading' : 'The article'}
            </Anchor>
          </Text>
          <div className={classes.toggles}>
            <PeopleHere
              people={state.people}
              blocks={blocks}
              onGo={(position) => article.current?.textLayout()?.reveal(blocks.at(position))}
            />
            <RowNames authors={authors} versions={lanes.rows} />
            <HeatSwitch
              heat={query.heat}
              layerCount={workspace.layerCount}
              here=""
              onHeat={(heat) => state.change({ heat })}
            />
          </div>
        </div>
        <div className={table.head}>
          <ArticleHead article={page.article} waits={page.mayAnnotate} />
        </div>
        <div className={table.article}>
          <NoAdjudicationNote workspace={workspace} articleId={page.article.id} />
          <ArticleLanes
            workspace={page}
            article={article}
            blocks={blocks}
            box={box}
            inHand={inHand}
            layers={lanes.layers}
            compared={lanes.compared}
            labels={page.codebook.content.labels}
            hide={none}
            heat={query.heat}
            chosen={lanes.chosenUnit}
          />
        </div>
        <aside className={`${table.side} ${classes.side}`} aria-label="Places to settle">
          <div className={classes.panel}>{!isNarrow && <AdjudicationPanel {...panel} />}</div>
        </aside>
      </div>
      {isNarrow && (
        <UnitsSheet title="Places to settle" isOpen={overlay === 'sheet'} onClose={close}>
          <AdjudicationPanel {...panel} />
        </UnitsSheet>
      )}
      {isNarrow && chosen !== null && overlay === null && (
        <ChosenStrip
          text={chosen.state === 'elsewhere' ? 'Your own' : formatKinds(chosen)}
          action="Decide"
          onOpen={() => state.setOverlay('sheet')}
        />
      )}
      <KeyHelp isOpen={overlay === 'help'} onClose={close} groups={adjudicationKeys} />
      <Announcer announcement={state.announcement} />
    </div>
  );
}

const none: string[] = [];
