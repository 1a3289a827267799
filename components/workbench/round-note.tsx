import { Alert, Anchor, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';

/** Says at an article that a discussion round is open to the reader, and what they may do; nothing to all others. */
export function RoundNote({
  round,
  articleId,
  isSubmitted,
  page,
}: {
  round: ArticleWorkspace['round'];
  articleId: string;
  isSubmitted: boolean;
  /** Where it is said. */
  page: 'annotate' | 'comparison';
}) {
  if (round === null || !round.isMine) return null;
  const other =
    page === 'annotate'
      ? { href: `/articles/${articleId}/comparison`, name: 'Compare the readings' }
      : { href: `/articles/${articleId}`, name: 'To my reading' };
  return (
    <Alert
      mt="md"
      mb={page === 'comparison' ? 'md' : undefined}
      variant="light"
      icon={<IconMessages aria-hidden />}
    >
      <Text size="sm">
        Discussion round {round.number} is open since <Time at={round.since} />: you may compare and
        revise your reading until it is closed.{' '}
        {isSubmitted
          ? page === 'annotate'
            ? 'To change highlights, choose “Open again” first; what you had is kept. '
            : 'Your reading is submitted; it can be opened again there. '
          : 'It is open again now; what you had before the round is kept. '}
        <Anchor component={Link} href={other.href} inherit underline="always">
          {other.name}
        </Anchor>
      </Text>
    </Alert>
  );
}
