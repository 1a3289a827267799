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

/** Says that an article was just archived, and takes it back. */
export function ArchivedNote({
  ref,
  article,
  busy,
  onUndo,
}: {
  /** The button that takes it back. */
  ref: Ref<HTMLButtonElement>;
  article: ArticleView;
  busy: boolean;
  onUndo: () => void;
}) {
  return (
    <Alert variant="light" role="status">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          “<bdi>{article.title}</bdi>” is archived. Its text and highlights are kept.
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

/** The articles of a project in a table; on narrow screens what is known stands under the title. */
export function ArticleTable({
  articles,
  mine,
  team,
  comparesFor,
  calibration,
  action,
}: {
  articles: ArticleView[];
  /** One's own work by article; null for those who do not annotate. */
  mine: Record<string, OwnWork> | null;
  /** How many are at work, by article; null for those who may not know. */
  team: Record<string, { begun: number; submitted: number }> | null;
  /** Whether readings of an article may be open to be compared, by how far one is with it; null: of none. */
  comparesFor: ((work: OwnWork, articleId: string) => boolean) | null;
  /** Which articles analysts are measured by, and which the reader may make such. */
  calibration: { measured: ReadonlySet<string>; markable: ReadonlySet<string> };
  action: ArticleAction | null;
}) {
  const router = useRouter();
  const question = useQuestion<ArticleView>();
  const asked = question.about;
  const details = useQuestion<ArticleView>();
  const undo = useRef<HTMLButtonElement>(null);
  const [gone, setGone] = useState<ArticleView | null>(null);
  const [marked, setMarked] = useState<{ title: string; isOne: boolean } | null>(null);
  const { busy, problem, run } = useAction();

  const archive = async (article: ArticleView) => {
    await callApi('DELETE', `/api/v1/articles/${article.id}`);
    setGone(article);
    router.refresh();
  };
  const bringBack = (article: ArticleView) =>
    run(async () => {
      await callApi('PATCH', `/api/v1/articles/${article.id}`, { archived: false });
      setGone(null);
      focusPage();
      router.refresh();
    });

  const markCalibration = (article: ArticleView) =>
    run(async () => {
      const isOne = calibration.measured.has(article.id);
      await callApi(isOne ? 'DELETE' : 'PUT', `/api/v1/articles/${article.id}/calibration`);
      setMarked({ title: article.title, isOne: !isOne });
      router.refresh();
    });

  // What was just put away leaves at once, however long the list takes to come anew.
  const listed = articles.filter(({ id }) => id !== gone?.id);
  return (
    <>
      {gone && (
        <ArchivedNote ref={undo} article={gone} busy={busy} onUndo={() => void bringBack(gone)} />
      )}
      {problem && <ProblemAlert problem={problem} />}
      <VisuallyHidden role="status">
        {marked && `${marked.title} ${marked.isOne ? 'is' : 'is no longer'} a calibration article.`}
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
                onCalibration={() => void markCalibration(article)}
                onAction={(chosen) =>
                  chosen === 'archive' ? question.open(article) : void bringBack(article)
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
      {asked && (
        <ConfirmAction
          question={question}
          landing={undo}
          title="Archive this article?"
          action="Archive article"
          onConfirm={() => archive(asked)}
        >
          <Text>
            “<bdi>{asked.title}</bdi>” leaves the list and the exports. Its text and everybody’s
            highlights are kept, and managers can bring it back.
          </Text>
        </ConfirmAction>
      )}
    </>
  );
}
