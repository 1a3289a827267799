import { Alert, Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import { may } from '@/lib/access/permission';
import type { ComparisonWorkspace } from '@/lib/comparison/comparison-workspace';

type Given = Pick<ComparisonWorkspace, 'opensOnSubmission' | 'role' | 'mayAnnotate' | 'author'> & {
  /** The authors of the readings that are open. */
  authors: readonly string[];
  isOwnAmong: boolean;
};

/** Why there is nothing to compare, in words; null where there is. What is hidden is not hinted at. */
export function whyNothing({
  opensOnSubmission,
  role,
  authors,
  isOwnAmong,
}: Pick<Given, 'opensOnSubmission' | 'role' | 'authors' | 'isOwnAmong'>): string | null {
  if (opensOnSubmission) return 'You see others’ readings once you have submitted yours.';
  if (authors.length > 1) return null;
  const seesAll = may(role, 'see every layer');
  if (authors.length === 0)
    return seesAll
      ? 'Nobody has begun to read this article yet. As soon as two have, you see here where they part.'
      : 'No reading of this article is open to you yet.';
  if (seesAll)
    return `So far only ${authors[0]} has read this article. As soon as a second reading has begun, you see here where they part.`;
  return isOwnAmong
    ? 'Only your own reading is open to you, so there is nothing to compare it with yet.'
    : 'Only one reading is open to you, so there is nothing to compare it with yet.';
}

/** Says why there is nothing to compare, and the next step. */
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
            {given.isOwnAmong ? 'Go on with my reading' : 'Read it myself'}
          </Anchor>
        )}
      </Text>
    </Alert>
  );
}
