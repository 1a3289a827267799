import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { changesAddress } from './outcome-messages';

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
