import { Alert, Anchor, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import Link from 'next/link';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { resultAddress } from './calibration-messages';

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
