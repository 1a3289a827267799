'use client';

import { ActionIcon, Anchor, Badge, Menu, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import Link from 'next/link';
import type { ArticleView } from '@/lib/article/article';
import css from './article-list.module.css';
import type { OwnWork } from './article-messages';
import { languageName, formatPublished, teamMessage, workMessage } from './article-messages';

/** An action on an article in the list. */
export type ArticleAction = 'archive' | 'restore';

/** The facts in a row beside the article; null where the column is not shown. */
type RowFacts = {
  mine: OwnWork | null;
  team: { begun: number; submitted: number } | null;
  /** Whether its annotations may be open to be compared; null where the column is not shown. */
  compares: boolean | null;
  /** Whether it is a calibration article, and whether the viewer may make it one. */
  isCalibration: boolean;
  mayBeCalibration: boolean;
  /** Null where the viewer may do nothing with it here. */
  action: ArticleAction | null;
};

const size = (article: ArticleView) => article.length.toLocaleString('en-US');

function under(article: ArticleView, { mine, team }: RowFacts): string {
  return [
    article.source ?? '',
    formatPublished(article.publishedAt),
    `${size(article)} characters`,
    mine === null ? '' : workMessage(mine),
    team === null ? '' : `Team: ${teamMessage(team).toLowerCase()}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** One article in a project's list. */
export function ArticleRow({
  article,
  facts,
  onAction,
  onDetails,
  onCalibration,
}: {
  article: ArticleView;
  facts: RowFacts;
  onAction: (action: ArticleAction) => void;
  onDetails: () => void;
  onCalibration: () => void;
}) {
  const { mine, team, compares, action, isCalibration, mayBeCalibration } = facts;
  return (
    <Table.Tr>
      <Table.Td className={css.title}>
        <Anchor component={Link} href={`/articles/${article.id}`} prefetch={false} dir="auto">
          {article.title}
        </Anchor>
        {isCalibration && (
          <Badge variant="default" size="sm" ml={8} tt="none" fw={500}>
            Calibration
          </Badge>
        )}
        <Text size="sm" c="dimmed" className={css.subtitle}>
          {under(article, facts)}
        </Text>
      </Table.Td>
      <Table.Td className={css.wide} dir="auto">
        {article.sourceHidden ? <Text c="dimmed">Hidden</Text> : article.source}
      </Table.Td>
      <Table.Td className={`${css.wide} ${css.fact}`}>
        {formatPublished(article.publishedAt)}
      </Table.Td>
      <Table.Td className={css.wide} suppressHydrationWarning>
        {languageName(article.language)}
      </Table.Td>
      <Table.Td className={css.wide} ta="end">
        {size(article)}
      </Table.Td>
      {mine && <Table.Td className={`${css.wide} ${css.text}`}>{workMessage(mine)}</Table.Td>}
      {team && <Table.Td className={`${css.wide} ${css.text}`}>{teamMessage(team)}</Table.Td>}
      {compares !== null && (
        <Table.Td className={css.text} ta="end">
          {compares && (
            <Anchor
              component={Link}
              href={`/articles/${article.id}/comparison`}
              prefetch={false}
              aria-label={`Compare the annotations of ${article.title}`}
            >
              Compare
            </Anchor>
          )}
        </Table.Td>
      )}
      {action && (
        <Table.Td ta="end">
          <Menu position="bottom-end" withinPortal={false}>
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={`More for ${article.title}`}
              >
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {action === 'archive' && (
                <Menu.Item component={Link} href={`/articles/${article.id}/adjudication`}>
                  Adjudication
                </Menu.Item>
              )}
              <Menu.Item
                component="a"
                href={`/api/v1/articles/${article.id}/export?format=csv&excel=true`}
                download
              >
                Export for Excel
              </Menu.Item>
              {action === 'archive' && <Menu.Item onClick={onDetails}>Details…</Menu.Item>}
              {action === 'archive' && (isCalibration || mayBeCalibration) && (
                <Menu.Item onClick={onCalibration}>
                  {isCalibration ? 'No longer calibration' : 'Use as calibration'}
                </Menu.Item>
              )}
              <Menu.Item onClick={() => onAction(action)}>
                {action === 'archive' ? 'Archive…' : 'Restore'}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Table.Td>
      )}
    </Table.Tr>
  );
}
