'use client';

import { Alert, Button, Group, Text, Table, VisuallyHidden } from '@mantine/core';
import type { Ref } from 'react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { callApi } from '@/components/ui/api';
import { ConfirmAction, focusPage, useQuestion } from '@/components/ui/confirm-action';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { useAction } from '@/components/ui/use-action';
import type { ArticleView } from '@/lib/article/article';
import { ArticleDetails } from './article-details';
import css from './article-list.module.css';
import type { OwnWork } from './article-messages';
import type { ArticleAction } from './article-row';
import { ArticleRow } from './article-row';

/** Says that an article was just archived, with a button to undo it. */
function ArchivedNote({
  ref,
  article,
  busy,
  onUndo,
}: {
  /** The button that undoes it. */
  ref: Ref<HTMLButtonElement>;
  article: ArticleView;
  busy: boolean;
  onUndo: () => void;
}) {
  return (
    <Alert variant="light" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          “<bdi>{article.title}</bdi>” is archived. Its text and annotations stay stored.
        </Text>
        <Button ref={ref} variant="default" size="compact-md" loading={busy} onClick={onUndo}>
          Undo
        </Button>
      </Group>
    </Alert>
  );
}

const noWork: OwnWork = { state: 'none', annotations: 0, discussion: 'none' };
const noTeam = { begun: 0, submitted: 0 };

/** The articles of a project in a table; on narrow screens the facts are under the title. */
export function ArticleTable({
  articles,
  mine,
  team,
  comparesFor,
  calibration,
  action,
}: {
  articles: ArticleView[];
  /** The viewer's progress by article; null for those who do not annotate. */
  mine: Record<string, OwnWork> | null;
  /** The team's progress by article; null for those who may not see it. */
  team: Record<string, { begun: number; submitted: number }> | null;
  /**
   * Whether an article's annotations may be open to be compared, by the viewer's progress; null for
   * none.
   */
  comparesFor: ((work: OwnWork, articleId: string) => boolean) | null;
  /** Ids of the calibration articles, and of those that the viewer may make so. */
  calibration: { measured: ReadonlySet<string>; markable: ReadonlySet<string> };
  action: ArticleAction | null;
}) {
  const router = useRouter();
  const question = useQuestion<ArticleView>();
  const archiving = question.about;
  const details = useQuestion<ArticleView>();
  const undo = useRef<HTMLButtonElement>(null);
  const [archived, setArchived] = useState<ArticleView | null>(null);
  const [changed, setChanged] = useState<{ title: string; isOne: boolean } | null>(null);
  const { busy, problem, run } = useAction();

  const archive = async (article: ArticleView) => {
    await callApi('DELETE', `/api/v1/articles/${article.id}`);
    setArchived(article);
    router.refresh();
  };
  const restore = (article: ArticleView) =>
    run(async () => {
      await callApi('PATCH', `/api/v1/articles/${article.id}`, { archived: false });
      setArchived(null);
      focusPage();
      router.refresh();
    });

  const toggleCalibration = (article: ArticleView) =>
    run(async () => {
      const isOne = calibration.measured.has(article.id);
      await callApi(isOne ? 'DELETE' : 'PUT', `/api/v1/articles/${article.id}/calibration`);
      setChanged({ title: article.title, isOne: !isOne });
      router.refresh();
    });

  // The archived article disappears at once, before the list is reloaded.
  const listed = articles.filter(({ id }) => id !== archived?.id);
  return (
    <>
      {archived && (
        <ArchivedNote
          ref={undo}
          article={archived}
          busy={busy}
          onUndo={() => void restore(archived)}
        />
      )}
      {problem && <ProblemAlert problem={problem} />}
      <VisuallyHidden role="status">
        {changed &&
          `${changed.title} ${changed.isOne ? 'is' : 'is no longer'} a calibration article.`}
      </VisuallyHidden>
      {listed.length > 0 && (
        <Table verticalSpacing="sm" className={css.table} aria-label="Articles">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Title</Table.Th>
              <Table.Th className={css.wide}>Source</Table.Th>
              <Table.Th className={css.wide}>Published</Table.Th>
              <Table.Th className={css.wide}>Language</Table.Th>
              <Table.Th className={css.wide} ta="end">
                Characters
              </Table.Th>
              {mine && <Table.Th className={css.wide}>My work</Table.Th>}
              {team && <Table.Th className={css.wide}>Team</Table.Th>}
              {comparesFor && (
                <Table.Th>
                  <VisuallyHidden>Compare</VisuallyHidden>
                </Table.Th>
              )}
              {action && (
                <Table.Th>
                  <VisuallyHidden>More</VisuallyHidden>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {listed.map((article) => (
              <ArticleRow
                key={article.id}
                article={article}
                facts={{
                  mine: mine && (mine[article.id] ?? noWork),
                  team: team && (team[article.id] ?? noTeam),
                  compares: comparesFor && comparesFor(mine?.[article.id] ?? noWork, article.id),
                  isCalibration: calibration.measured.has(article.id),
                  mayBeCalibration: calibration.markable.has(article.id),
                  action,
                }}
                onDetails={() => details.open(article)}
                onCalibration={() => void toggleCalibration(article)}
                onAction={(chosen) =>
                  chosen === 'archive' ? question.open(article) : void restore(article)
                }
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {details.about && (
        <ArticleDetails
          key={`${details.about.id} ${details.about.updatedAt}`}
          question={details}
          article={details.about}
          onDone={() => router.refresh()}
        />
      )}
      {archiving && (
        <ConfirmAction
          question={question}
          landing={undo}
          title="Archive this article?"
          action="Archive article"
          onConfirm={() => archive(archiving)}
        >
          <Text>
            “<bdi>{archiving.title}</bdi>” is removed from the list and from exports. Its text and
            everybody’s annotations stay stored, and managers can restore it.
          </Text>
        </ConfirmAction>
      )}
    </>
  );
}
