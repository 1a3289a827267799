'use client';

import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import type { CSSProperties } from 'react';
import { useCallback, useMemo } from 'react';
import { Announcer } from '@/components/annotate/announcer';
import { ArticleHead } from '@/components/annotate/article-head';
import { ArticlePlace } from '@/components/annotate/article-place';
import { KeyHelp } from '@/components/annotate/key-help';
import { textSizes } from '@/components/annotate/reading-settings';
import { useSteady } from '@/components/annotate/use-steady';
import { ArticleLanes } from '@/components/comparison/article-lanes';
import classes from '@/components/comparison/comparison-page.module.css';
import { HeatSwitch } from '@/components/comparison/heat-switch';
import { ChosenStrip, PlacesSheet } from '@/components/comparison/places-sheet';
import { authorTags } from '@/components/comparison/reading-shelf';
import { unitWords } from '@/components/comparison/unit-words';
import { usePointed } from '@/components/comparison/use-pointed';
import { PeopleHere } from '@/components/live/people-here';
import table from '@/components/reading/article-table.module.css';
import type { SettlingPage as Page } from '@/lib/adjudication/desk/settling-page';
import type { Segment } from '@/lib/article/segment';
import { NoSettling } from './no-settling';
import { RowNames } from './row-names';
import type { SettlingAsk } from './settling-ask';
import { settlingKeys } from './settling-keys';
import { SettlingPanel } from './settling-panel';
import { SettlingToolbar } from './settling-toolbar';
import { useDeskLanes } from './use-desk-lanes';
import { useSettling } from './use-settling';
import { useSettlingCommands } from './use-settling-commands';

const nothing = () => {};

/** The adjudication desk: the article once with everybody's lines, and its places one after another, to be settled by keyboard. */
export function SettlingPage({ desk: page, first }: { desk: Page; first: SettlingAsk }) {
  const state = useSettling(page, first);
  const { desk, ask, chosen, article, blocks, settings, overlay, isNarrow, deciding } = state;
  const perform = useSettlingCommands(state);
  const lanes = useDeskLanes(desk, state.places, chosen, deciding.choice, page.text);
  const { box } = usePointed(article, state.chooseAt);
  const close = () => state.setOverlay(null);

  const { layers } = desk;
  const readers = useMemo(() => {
    const tags = authorTags(layers.map(({ author }) => author));
    return layers.map(({ layerId, author }, at) => ({ layerId, author, tag: tags[at] ?? '' }));
  }, [layers]);
  const readerOf = useCallback(
    (layerId: string | null) => readers.find((reader) => reader.layerId === layerId),
    [readers],
  );
  const { shelf } = state;
  const parts = useMemo(() => ({ shelf, readerOf }), [shelf, readerOf]);
  const panel = { page, state, parts, readers, onCommand: perform };
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
      className={classes.room}
      style={{ '--article-size': `${textSizes[settings.size] / 16}rem` } as CSSProperties}
    >
      <SettlingToolbar
        state={state}
        path={`/articles/${page.article.id}/adjudication`}
        onCommand={perform}
      />
      <div className={`${table.grid} ${classes.grid}`}>
        <div className={`${table.place} ${classes.place}`}>
          <ArticlePlace
            project={page.project}
            previous={page.previous}
            next={page.next}
            codebookVersion={page.codebook.version}
            articleId={page.article.id}
            room="/adjudication"
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
              onGo={(position) => article.current?.textPlaces()?.reveal(blocks.at(position))}
            />
            <RowNames readers={readers} versions={lanes.rows} />
            <HeatSwitch
              heat={ask.heat}
              readings={desk.readings}
              here=""
              onHeat={(heat) => state.change({ heat })}
            />
          </div>
        </div>
        <div className={table.head}>
          <ArticleHead article={page.article} waits={page.mayAnnotate} />
        </div>
        <div className={table.article}>
          <NoSettling desk={desk} articleId={page.article.id} />
          <ArticleLanes
            desk={page}
            article={article}
            blocks={blocks}
            box={box}
            inHand={inHand}
            readings={lanes.readings}
            compared={lanes.compared}
            labels={page.codebook.content.labels}
            hide={none}
            heat={ask.heat}
            chosen={lanes.lit}
          />
        </div>
        <aside className={`${table.side} ${classes.side}`} aria-label="Places to settle">
          <div className={classes.panel}>{!isNarrow && <SettlingPanel {...panel} />}</div>
        </aside>
      </div>
      {isNarrow && (
        <PlacesSheet title="Places to settle" isOpen={overlay === 'sheet'} onClose={close}>
          <SettlingPanel {...panel} />
        </PlacesSheet>
      )}
      {isNarrow && chosen !== null && overlay === null && (
        <ChosenStrip
          words={chosen.state === 'elsewhere' ? 'Your own' : unitWords(chosen)}
          action="Decide"
          onOpen={() => state.setOverlay('sheet')}
        />
      )}
      <KeyHelp isOpen={overlay === 'help'} onClose={close} groups={settlingKeys} />
      <Announcer said={state.said} />
    </div>
  );
}

const none: string[] = [];
