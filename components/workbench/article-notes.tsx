import { Alert, Anchor, Text } from '@mantine/core';
import { IconMessages, IconListCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { resultAddress, changesAddress } from './messages';

/** A note at an article that a discussion round is open to the viewer, and what they may do; nothing for others. */
export function RoundNote({
  round,
  articleId,
  isSubmitted,
  page,
}: {
  round: ArticleWorkspace['round'];
  articleId: string;
  isSubmitted: boolean;
  /** The page that shows it. */
  page: 'annotate' | 'comparison';
}) {
  if (round === null || !round.isMine) return null;
  const other =
    page === 'annotate'
      ? { href: `/articles/${articleId}/comparison`, name: 'Compare annotations' }
      : { href: `/articles/${articleId}`, name: 'My annotations' };
  return (
    <Alert
      mt="md"
      mb={page === 'comparison' ? 'md' : undefined}
      variant="light"
      icon={<IconMessages aria-hidden />}
    >
      <Text size="sm">
        Discussion round {round.number} has been open since <Time at={round.since} />: you may
        compare and revise your annotations until it is closed.{' '}
        {isSubmitted
          ? page === 'annotate'
            ? 'To change annotations, choose “Open again” first; your submission is kept. '
            : 'Your annotations are submitted; you can open them again there. '
          : 'They are open again now; your submission from before the round is kept. '}
        <Anchor component={Link} href={other.href} inherit underline="always">
          {other.name}
        </Anchor>
      </Text>
    </Alert>
  );
}

type Given = Pick<ArticleWorkspace, 'calibration' | 'labelFirst'> & { articleId: string };

/** A note to a learner at a calibration article, or to one who has calibration articles to pass first; nothing for others. */
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
          'This is a calibration article: its consensus exists, and you annotate it without seeing that. Once you submit, you see what the consensus has and why, and you can try again.'
        )}
      </Text>
    </Alert>
  );
}

/** A link from a submitted layer to what the consensus changed in it, once there is a consensus. */
export function ChangesNote({
  workspace: { article, otherLayersVisible, calibration },
  isSubmitted,
}: {
  workspace: Pick<ArticleWorkspace, 'article' | 'otherLayersVisible' | 'calibration'>;
  isSubmitted: boolean;
}) {
  const hasConsensus = otherLayersVisible.some(({ kind }) => kind === 'consensus');
  // Learners see the same beside their score.
  if (!isSubmitted || !hasConsensus || calibration === 'learner') return null;
  return (
    <Text size="sm" mt="md">
      <Anchor component={Link} href={changesAddress(article.id)} inherit underline="always">
        See what changed in your work, and why
      </Anchor>
    </Text>
  );
}
