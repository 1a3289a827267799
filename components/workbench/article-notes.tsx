import { Alert, Anchor, Text } from '@mantine/core';
import { IconMessages, IconListCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { resultAddress, changesAddress } from './messages';

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

type Given = Pick<ArticleWorkspace, 'calibration' | 'labelFirst'> & { articleId: string };

/** Says what an article is to one who is measured by it, and to one who has others to label first; nothing to most. */
export function CalibrationNote({
  calibration,
  labelFirst,
  articleId,
  isSubmitted,
}: Given & { isSubmitted: boolean }) {
  if (labelFirst.length > 0)
    return (
      <Alert
        role="note"
        mt="md"
        variant="light"
        icon={<IconListCheck aria-hidden />}
        title="Not open to you yet"
      >
        <Text size="sm">
          In this project new analysts begin with the calibration articles. You can read this one,
          and annotate it once you have passed{' '}
          {labelFirst.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <Anchor
                component={Link}
                href={`/articles/${id}`}
                inherit
                underline="always"
                dir="auto"
              >
                {title}
              </Anchor>
            </span>
          ))}
          .
        </Text>
      </Alert>
    );
  if (calibration !== 'learner') return null;
  return (
    <Alert role="note" mt="md" variant="light" icon={<IconListCheck aria-hidden />}>
      <Text size="sm">
        {isSubmitted ? (
          <>
            This is a calibration article, and you have submitted it.{' '}
            <Anchor component={Link} href={resultAddress(articleId)} inherit underline="always">
              See what the consensus has, and why
            </Anchor>
          </>
        ) : (
          'This is a calibration article: it is settled, and you label it without seeing how. Once you submit, you learn what the consensus has and why, and you can try again.'
        )}
      </Text>
    </Alert>
  );
}

/** The way from one's submitted reading to what became of it, once something is settled. */
export function ChangesNote({
  workspace: { article, otherLayersVisible, calibration },
  isSubmitted,
}: {
  workspace: Pick<ArticleWorkspace, 'article' | 'otherLayersVisible' | 'calibration'>;
  isSubmitted: boolean;
}) {
  const hasConsensus = otherLayersVisible.some(({ kind }) => kind === 'consensus');
  // Who is measured by the article is told the same beside their score.
  if (!isSubmitted || !hasConsensus || calibration === 'learner') return null;
  return (
    <Text size="sm" mt="md">
      <Anchor component={Link} href={changesAddress(article.id)} inherit underline="always">
        See what changed in your work, and why
      </Anchor>
    </Text>
  );
}
