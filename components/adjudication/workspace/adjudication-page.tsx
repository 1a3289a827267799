'use client';

import { AuthorTag } from '@/components/workbench/version-annotations';
import { textSizes } from '@/components/workbench/display-menu';
import { formatKinds } from '@/components/workbench/messages';
import { ChosenStrip, UnitsSheet } from '@/components/workbench/unit-controls';
import { usePointed } from '@/components/workbench/pointed-position';
import { useSteady } from '@/components/workbench/page-state';
import { Text, Anchor } from '@mantine/core';
import Link from 'next/link';
import type { CSSProperties } from 'react';
import { useCallback, useMemo } from 'react';
import { PeopleHere } from '@/components/live/people-here';
import { Announcer } from '@/components/workbench/announcer';
import { ArticleLanes } from '@/components/workbench/article-lanes';
import { ArticleNavigation, ArticleHead } from '@/components/workbench/article-navigation';
import classes from '@/components/workbench/page-frame.module.css';
import table from '@/components/workbench/article-table.module.css';
import { HeatSwitch } from '@/components/workbench/heat-switch';
import { KeyHelp } from '@/components/workbench/key-help';
import { authorTags } from '@/components/workbench/layer-index';
import type { LayerAuthor } from '@/components/workbench/version-annotations';
import type { AdjudicationPageData as Page } from '@/lib/adjudication/workspace/adjudication-page-data';
import type { Segment } from '@/lib/article/segment';
import { adjudicationKeys } from './adjudication-keys';
import { versionLetter } from './adjudication-messages';
import { AdjudicationPanel } from './adjudication-panel';
import type { AdjudicationQuery } from './adjudication-query';
import { AdjudicationToolbar } from './adjudication-toolbar';
import { NoAdjudicationNote } from './progress';
import side from './adjudication-panel.module.css';
import { useAdjudication } from './use-adjudication';
import { useAdjudicationCommands } from './use-adjudication-commands';
import { useWorkspaceLanes } from './use-workspace-lanes';

/** Whose each row of underlines is, from the words down. */
function RowNames({
  authors,
  versions,
}: {
  authors: readonly LayerAuthor[];
  /** How many rows the chosen passage's versions have, where analysts are not named. */
  versions: number;
}) {
  const names =
    authors.length > 0
      ? authors.map(({ layerId, tag, author }) => ({ id: layerId, tag, name: author }))
      : Array.from({ length: versions }, (_, at) => ({
          id: String(at),
          tag: versionLetter(at),
          name: at === 0 ? 'Versions of the chosen passage' : '',
        }));
  return (
    <section aria-label="Legend">
      <Text size="sm" fw={500}>
        Legend
      </Text>
      <ol className={side.names}>
        <li>
          <AuthorTag tag="✓" /> <b>Consensus</b>
        </li>
        {names.map(({ id, tag, name }) => (
          <li key={id}>
            <AuthorTag tag={tag} /> <bdi>{name}</bdi>
          </li>
        ))}
      </ol>
    </section>
  );
}

const nothing = () => {};

/**
 * The adjudication page: the article once with everybody's lines, and its passages one after
 * another, to be resolved by keyboard.
 */
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
              {page.mayAnnotate ? 'My annotations' : 'The article'}
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
        <aside className={`${table.side} ${classes.side}`} aria-label="Passages to resolve">
          <div className={classes.panel}>{!isNarrow && <AdjudicationPanel {...panel} />}</div>
        </aside>
      </div>
      {isNarrow && (
        <UnitsSheet title="Passages to resolve" isOpen={overlay === 'sheet'} onClose={close}>
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
