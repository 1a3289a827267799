'use client';

import { Anchor, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import { listAddress } from '@/components/ui/list-address';
import type { ChangedArticles as Changed } from '@/lib/adjudication/changes/changes-view';
import classes from './decision-log.module.css';
import { OutcomeBar, OutcomeLegend } from './outcome-bar';
import { changesAddress, countsMessage } from '@/components/workbench/outcome-messages';

const totalOf = ({ counts }: Changed['items'][number]) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What became of somebody's work, article by article, drawn so that articles can be compared. */
export function ChangedArticles({ changed, isOwn }: { changed: Changed; isOwn: boolean }) {
  const { projectId, user, items, nextCursor } = changed;
  const maxTotal = Math.max(1, ...items.map(totalOf));
  const others = isOwn ? undefined : user.id;
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          {isOwn ? 'What changed in my work' : `What changed in the work of ${user.name}`}
        </Title>
        <Text c="dimmed" maw="46rem" mt={4}>
          Articles that {isOwn ? 'you have' : 'they have'} submitted and of which something is
          settled, the last decided on first. Behind each is every place with its reason.
        </Text>
      </div>
      {items.length === 0 ? (
        <Text>
          Nothing is settled yet in the articles that {isOwn ? 'you have' : 'they have'} submitted.
        </Text>
      ) : (
        <OutcomeLegend />
      )}
      <ul className={classes.changed} aria-label="Articles">
        {items.map((item) => (
          <li key={item.articleId}>
            <Anchor component={Link} href={changesAddress(item.articleId, others)} fw={600}>
              <bdi>{item.title}</bdi>
            </Anchor>
            <OutcomeBar counts={item.counts} max={maxTotal} />
            <Text size="sm" data-figures>
              {countsMessage(item.counts)}
              <Text span size="sm" c="dimmed">
                {' · '}
                {item.state === 'submitted' ? 'settled' : 'being settled'}, last decided{' '}
                <Time at={item.decidedAt} />
              </Text>
            </Text>
          </li>
        ))}
      </ul>
      {nextCursor !== null && (
        <Anchor
          component={Link}
          href={listAddress(`/projects/${projectId}/changes`, { user: others, from: nextCursor })}
        >
          Earlier articles
        </Anchor>
      )}
    </Stack>
  );
}
