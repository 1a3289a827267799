'use client';

import { LabelFirst, ProjectRound } from '@/components/workbench/project-notes';
import type { CalibrationBoard } from '@/lib/calibration/calibration-result';
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { ListMore } from '@/components/ui/list-controls';
import { exportHolds, seenByMe } from '@/components/ui/project-text';
import { may } from '@/lib/access/permission';
import { policyOver, seesOthers } from '@/lib/annotation/visibility';
import type { ArticleView } from '@/lib/article/article';
import type { DraftView } from '@/lib/article/article-draft';
import type { ProjectView } from '@/lib/project/project';
import type { RoundView } from '@/lib/round/round';
import css from './article-list.module.css';
import type { OwnWork } from './article-messages';
import type { ArticleQuery } from './article-query';
import { isNarrowed, articleParams } from './article-query';
import { ArticleTable } from './article-table';
import { ArticleTools } from './article-tools';
import { DraftList } from './draft-list';
import { ExportForm } from './export-form';

/** Says why no article is listed, and what to do next. */
function NoArticles({ project, query }: { project: ProjectView; query: ArticleQuery }) {
  const path = `/projects/${project.id}`;
  if (isNarrowed(query))
    return (
      <Text role="status">
        No article matches.{' '}
        <Anchor
          component={Link}
          underline="always"
          href={query.archived ? `${path}?archived=true` : path}
        >
          Show all
        </Anchor>
      </Text>
    );
  if (query.archived) return <Text>No article is archived.</Text>;
  if (project.archivedAt !== null) return <Text>There is no article here.</Text>;
  if (!may(project.role, 'add articles'))
    return (
      <Text>
        There is no article here yet. Managers and owners add articles; you will find them on this
        page.
      </Text>
    );
  return (
    <Stack gap="md" maw={560}>
      <Text>
        There is no article here yet. Paste one, or drop a text file: you see what the clean-up
        changes before you lock the text.
      </Text>
      <Group>
        <Button component={Link} href={`${path}/articles/new`}>
          Add an article
        </Button>
      </Group>
    </Stack>
  );
}

/** The data of a project's page for one viewer. */
type ArticleListPageProps = {
  project: ProjectView;
  query: ArticleQuery;
  articles: ArticleView[];
  /** Texts that are being prepared, or the archived ones; for those who may add articles. */
  drafts: DraftView[];
  nextCursor: string | null;
  mine: Record<string, OwnWork> | null;
  team: Record<string, { begun: number; submitted: number }> | null;
  /** The calibration articles, as far as they concern the viewer. */
  calibration: CalibrationBoard;
  /** The newest discussion round. */
  round: RoundView | null;
};

/** The page of a project: its description and articles. */
export function ArticleListPage(props: ArticleListPageProps) {
  const { project, query, articles, drafts, nextCursor, mine, team, calibration, round } = props;
  const path = `/projects/${project.id}`;
  const live = project.archivedAt === null;
  const mayArchive = live && may(project.role, 'archive articles');
  const measured = new Set(calibration.articles.map(({ articleId }) => articleId));
  // The column is shown as soon as comparing may open to the viewer by submission or discussion round.
  const sees = ({ state, discussion }: Omit<OwnWork, 'annotations'>, articleId = '') =>
    seesOthers({
      role: project.role,
      blind: policyOver(project.blind, measured.has(articleId)),
      ownState: state,
      discussion,
    });
  const best = may(project.role, 'write own layer') ? 'submitted' : 'none';
  const discussion = project.discussionSince === null ? 'none' : 'open';
  const comparesFor = sees({ state: best, discussion }) ? sees : null;
  // For those in an open round, the round's notice replaces the sentence about the blind policy.
  const discusses =
    round?.state === 'open' && round.mine.layers > 0 && !may(project.role, 'see every layer');
  const bare = articles.length === 0 && !isNarrowed(query) && query.from === undefined;
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="md">
        <Title order={1} size="h2" dir="auto" className={css.title}>
          {query.archived ? 'Archived articles' : project.name}
        </Title>
        {!query.archived && (
          <Group gap="sm">
            {project.articles > 0 && (
              <ExportForm
                base={`/api/v1${path}/export`}
                holds={`${exportHolds(project.role, project.blind)}${discusses ? ' While the discussion round is open, also everybody’s annotations of the articles in which you take part.' : ''}`}
                rounds={round?.number ?? 0}
              />
            )}
            {live && may(project.role, 'add articles') && project.articles > 0 && (
              <Button component={Link} href={`${path}/articles/new`}>
                Add an article
              </Button>
            )}
          </Group>
        )}
      </Group>
      {!query.archived && (
        <Stack gap={4} maw={720}>
          {project.description !== '' && (
            <Text dir="auto" className={css.description}>
              {project.description}
            </Text>
          )}
          {!discusses && (
            <Text size="sm" c="dimmed">
              {seenByMe(project.role, project.blind)}
            </Text>
          )}
        </Stack>
      )}
      {!query.archived && live && <ProjectRound projectId={project.id} round={round} />}
      {!query.archived && mine !== null && project.articles > 0 && (
        <Text size="sm">
          <Anchor component={Link} href={`${path}/changes`} inherit>
            What changed in my work, and why
          </Anchor>
        </Text>
      )}
      {!query.archived && live && <LabelFirst board={calibration} />}
      <DraftList drafts={drafts} archived={query.archived} />
      {!bare && <ArticleTools path={path} query={query} annotates={mine !== null} />}
      {articles.length === 0 && <NoArticles project={project} query={query} />}
      <ArticleTable
        articles={articles}
        mine={mine}
        team={team}
        comparesFor={comparesFor}
        calibration={{ measured, markable: new Set(calibration.markable ?? []) }}
        action={mayArchive ? (query.archived ? 'restore' : 'archive') : null}
      />
      <ListMore path={path} query={query} params={articleParams(query)} nextCursor={nextCursor} />
      {may(project.role, 'archive articles') && (
        <Text size="sm">
          <Anchor component={Link} href={query.archived ? path : `${path}?archived=true`} inherit>
            {query.archived ? 'Back to the articles' : 'Archived articles'}
          </Anchor>
        </Text>
      )}
    </Stack>
  );
}
