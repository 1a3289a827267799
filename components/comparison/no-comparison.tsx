import { Alert, Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { may } from '@/lib/access/permission';
import type { ComparisonWorkspace } from '@/lib/comparison/comparison-workspace';

type Given = Pick<ComparisonWorkspace, 'opensOnSubmission' | 'role' | 'mayAnnotate' | 'author'> & {
  /** The authors of the visible layers. */
  authors: readonly string[];
  isOwnAmong: boolean;
};

/** Why there is nothing to compare, as a sentence; null where there is. Reveals nothing of hidden layers. */
export function whyNothing({
  opensOnSubmission,
  role,
  authors,
  isOwnAmong,
}: Pick<Given, 'opensOnSubmission' | 'role' | 'authors' | 'isOwnAmong'>): string | null {
  if (opensOnSubmission) return 'You see others’ annotations once you have submitted yours.';
  if (authors.length > 1) return null;
  const seesAll = may(role, 'see every layer');
  if (authors.length === 0)
    return seesAll
      ? 'Nobody has annotated this article yet. Once two analysts have, you see here where they disagree.'
      : 'No annotations of this article are open to you yet.';
  if (seesAll)
    return `So far only ${authors[0]} has annotated this article. Once a second analyst has, you see here where they disagree.`;
  return isOwnAmong
    ? 'Only your own annotations are open to you, so there is nothing to compare them with yet.'
    : 'Only one analyst’s annotations are open to you, so there is nothing to compare them with yet.';
}

/** An alert that says why there is nothing to compare, and links to the next step. */
export function NoComparison({
  articleId,
  mayAnnotate,
  ...given
}: Omit<Given, 'author'> & { articleId: string }) {
  const why = whyNothing(given);
  if (why === null) return null;
  return (
    <Alert variant="light" title="Nothing to compare yet" mb="md">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {why}{' '}
        {mayAnnotate && (
          <Anchor component={Link} href={`/articles/${articleId}`} inherit underline="always">
            {given.isOwnAmong ? 'Continue annotating' : 'Annotate it'}
          </Anchor>
        )}
      </Text>
    </Alert>
  );
}
