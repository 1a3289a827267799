'use client';

import type { Listing } from '@/lib/page';
import { notifySeen } from './mentions-button';
import { Anchor, Badge, Button, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { shortQuote } from '@/components/ui/format-text';
import { ApiProblem, callApi } from '@/components/ui/api';
import { ProblemAlert } from '@/components/ui/problem-alert';
import { Time } from '@/components/ui/time';
import { useAction } from '@/components/ui/use-action';
import type { MentionView } from '@/lib/discussion/mention';
import classes from './mention-list.module.css';

function MentionRow({ mention }: { mention: MentionView }) {
  const { articleId, threadId, author, body, quote, seenAt } = mention;
  return (
    <li className={classes.row}>
      <Text size="sm" component="div">
        <bdi className={classes.name}>{author.name}</bdi> in{' '}
        <Anchor component={Link} href={`/articles/${articleId}?thread=${threadId}`} inherit>
          <bdi>{mention.articleTitle}</bdi>
        </Anchor>{' '}
        <Text span size="xs" c="dimmed">
          <bdi>{mention.projectName}</bdi>, <Time at={mention.mentionedAt} />
        </Text>
        {seenAt === null && (
          <Badge size="sm" variant="light" ml="xs" tt="none">
            New
          </Badge>
        )}
      </Text>
      <Text size="sm" component="blockquote" className={classes.quote} dir="auto">
        {shortQuote(quote, 120)}
      </Text>
      <div className={classes.body} dir="auto">
        {shortQuote(body, 400)}
      </div>
    </li>
  );
}

/** The comments that mention the viewer, the newest first. Those on the page are marked as seen. */
export function MentionList({ first }: { first: Listing<MentionView> }) {
  const [{ items, nextCursor }, setList] = useState(first);
  const { busy, problem, run } = useAction();
  const reported = useRef(new Set<string>());

  useEffect(() => {
    const news = items.filter(({ commentId, seenAt }) => {
      return seenAt === null && !reported.current.has(commentId);
    });
    if (news.length === 0) return;
    const seen = news.map(({ commentId }) => commentId);
    for (const commentId of seen) reported.current.add(commentId);
    callApi('PATCH', '/api/v1/me/mentions', { seen }).then(notifySeen, (thrown: unknown) => {
      // They stay new until the page is opened again.
      if (!(thrown instanceof ApiProblem)) throw thrown;
    });
  }, [items]);

  const more = () =>
    run(async () => {
      const path = `/api/v1/me/mentions?limit=50&cursor=${encodeURIComponent(nextCursor ?? '')}`;
      const next = await callApi<Listing<MentionView>>('GET', path);
      setList({ items: [...items, ...next.items], nextCursor: next.nextCursor });
    });
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        Mentions
      </Title>
      {items.length === 0 ? (
        <Text c="dimmed">
          Nobody has mentioned you in a comment that is open to you. To mention somebody, type @ and
          their name in a discussion.
        </Text>
      ) : (
        <ol className={classes.list} aria-label="Comments that mention you">
          {items.map((mention) => (
            <MentionRow key={mention.commentId} mention={mention} />
          ))}
        </ol>
      )}
      {problem !== null && <ProblemAlert problem={problem} />}
      {nextCursor !== null && (
        <Button
          variant="default"
          loading={busy}
          onClick={() => void more()}
          style={{ alignSelf: 'start' }}
        >
          Show older mentions
        </Button>
      )}
    </Stack>
  );
}
