import { Alert, Anchor, Text } from '@mantine/core';
import Link from 'next/link';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';

/** Why nothing can be decided now, or why there is nothing to decide, and the next step. */
export function NoSettling({
  desk,
  articleId,
}: {
  desk: Pick<SettlingDesk, 'reason' | 'readings' | 'units' | 'consensus'>;
  articleId: string;
}) {
  const { reason, readings, units, consensus } = desk;
  const isSettled = consensus?.state === 'submitted';
  const single =
    readings === 1
      ? 'Only one reading is submitted: nothing is in dispute, and each of its marks can be taken or rejected.'
      : null;
  const bare =
    readings > 0 && units.length === 0
      ? 'No submitted reading marks anything. You can still write annotations of your own, or mark the article as settled.'
      : null;
  const words = reason ?? bare ?? single;
  if (words === null) return null;
  return (
    <Alert
      variant="light"
      title={isSettled ? 'Settled' : reason === null ? 'Little to settle' : 'Not yet'}
      mb="md"
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {words}{' '}
        <Anchor
          component={Link}
          href={`/articles/${articleId}/comparison`}
          inherit
          underline="always"
        >
          Compare the readings
        </Anchor>
      </Text>
    </Alert>
  );
}
